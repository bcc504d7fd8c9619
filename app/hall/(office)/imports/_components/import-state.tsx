import { Badge } from "@/components/ui/badge";
import { importStatusLabel } from "@/lib/labels";

type Status = Parameters<typeof importStatusLabel>[0];

const TONES: Partial<Record<Status, "success" | "warning" | "danger">> = {
  INVALID: "danger",
  READY: "warning",
  APPLIED: "success",
};

/** Where a run stands, in a word. */
export function ImportState({ status }: { status: Status }) {
  return <Badge tone={TONES[status]}>{importStatusLabel(status)}</Badge>;
}
