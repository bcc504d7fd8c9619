import { Badge } from "@/components/ui/badge";
import type { FilingStatus } from "@/lib/domain/filing-rules";
import { filingStatusLabel } from "@/lib/labels";

const TONES = {
  DRAFT: "neutral",
  PENDING: "warning",
  EFFECTIVE: "success",
  REJECTED: "danger",
  WITHDRAWN: "neutral",
  VOID: "danger",
} as const;

/** Where a filing stands. */
export function FilingStatusBadge({ status }: { status: FilingStatus }) {
  return <Badge tone={TONES[status]}>{filingStatusLabel(status)}</Badge>;
}
