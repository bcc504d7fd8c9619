import type { ReactNode } from "react";
import { Badge } from "@/components/ui/badge";
import { EmptyState } from "@/components/ui/empty-state";
import { ResponsiveTable } from "@/components/ui/responsive-table";
import { formatMoment } from "@/lib/domain/china-time";
import type { HistoryEvent } from "@/lib/server/history/history";

type HistoryTableProps = {
  caption: string;
  events: readonly HistoryEvent[];
  /** That of an enterprise: devices of its people are theirs. */
  ofEnterprise?: boolean;
  /** What comes here when there is nothing yet. */
  children: ReactNode;
};

/** Events of a person or an enterprise, newest first. */
export function HistoryTable({ caption, events, ofEnterprise, children }: HistoryTableProps) {
  if (events.length === 0) return <EmptyState title="这段时间没有记录">{children}</EmptyState>;
  return (
    <ResponsiveTable
      caption={caption}
      rows={events}
      rowKey={({ sequence }) => String(sequence)}
      columns={[
        {
          key: "at",
          header: "时间",
          cell: ({ at }) => (
            <time dateTime={at.toISOString()} className="tabular-nums">
              {formatMoment(at)}
            </time>
          ),
        },
        {
          key: "action",
          header: "事项",
          cell: ({ action, about }) => (
            <>
              {action}
              {about && <span className="block text-muted text-sm">{about}</span>}
            </>
          ),
        },
        {
          key: "outcome",
          header: "结果",
          cell: ({ refused, outcome }) => (
            <Badge tone={refused ? "warning" : "neutral"}>{outcome}</Badge>
          ),
        },
        {
          key: "actor",
          header: "操作人",
          cell: ({ actor, region }) => (region ? `${actor}（${region}）` : actor),
        },
        ...(ofEnterprise
          ? []
          : [
              {
                key: "device",
                header: "设备与地点",
                cell: ({ device, place }: HistoryEvent) =>
                  [device, place].filter(Boolean).join("，") || "—",
              },
            ]),
      ]}
    />
  );
}
