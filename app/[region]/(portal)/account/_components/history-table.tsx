import type { ReactNode } from "react";
import { AsWritten } from "@/components/texts/as-written";
import { t } from "@/components/texts/request-texts";
import { Badge } from "@/components/ui/badge";
import { EmptyState } from "@/components/ui/empty-state";
import { ResponsiveTable } from "@/components/ui/responsive-table";
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
  if (events.length === 0) return <EmptyState title={t("这段时间没有记录")}>{children}</EmptyState>;
  return (
    <ResponsiveTable
      caption={caption}
      rows={events}
      rowKey={({ sequence }) => String(sequence)}
      columns={[
        {
          key: "at",
          header: t("时间"),
          cell: ({ at }) => (
            <time dateTime={at.toISOString()} className="tabular-nums">
              {t.moment(at)}
            </time>
          ),
        },
        {
          key: "action",
          header: t("事项"),
          cell: ({ action, about }) => (
            <>
              {t.named(action)}
              {about && (
                <span className="block text-muted text-sm">
                  <AsWritten>{about}</AsWritten>
                </span>
              )}
            </>
          ),
        },
        {
          key: "outcome",
          header: t("结果"),
          cell: ({ refused, outcome }) => (
            <Badge tone={refused ? "warning" : "neutral"}>{t.named(outcome)}</Badge>
          ),
        },
        {
          key: "actor",
          header: t("操作人"),
          cell: ({ actor, region }) =>
            region
              ? t("{what}（{when}）", { what: t.named(actor), when: t.named(region) })
              : t.named(actor),
        },
        ...(ofEnterprise
          ? []
          : [
              {
                key: "device",
                header: t("设备与地点"),
                cell: ({ device, place }: HistoryEvent) =>
                  [device && t.named(device), place && t.named(place)]
                    .filter(Boolean)
                    .join(t("，")) || "—",
              },
            ]),
      ]}
    />
  );
}
