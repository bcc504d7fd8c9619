import { Badge } from "@/components/ui/badge";
import type { AnnouncementState } from "@/lib/domain/announcement-rules";
import { announcementStateLabel } from "@/lib/messages/hall-labels";

const TONES = {
  DRAFT: "neutral",
  WAITING: "accent",
  OUT: "success",
  OVER: "neutral",
  WITHDRAWN: "warning",
} as const;

/** Where 通知公告 stands. */
export function StateBadge({ state }: { state: AnnouncementState }) {
  return <Badge tone={TONES[state]}>{announcementStateLabel(state)}</Badge>;
}
