import { Badge } from "@/components/ui/badge";
import { EmptyState } from "@/components/ui/empty-state";
import { ResponsiveTable } from "@/components/ui/responsive-table";
import { formatMoment } from "@/lib/domain/china-time";
import type { HistoryEvent } from "@/lib/server/history/own-history";

/** Logins and security events of the person, newest first. */
export function HistoryTable({ events }: { events: readonly HistoryEvent[] }) {
  if (events.length === 0) {
    return (
      <EmptyState title="这段时间没有记录">
        登录、退出、身份切换、密码和手机号码变更等会显示在这里。
      </EmptyState>
    );
  }
  return (
    <ResponsiveTable
      caption="登录与安全记录"
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
          cell: ({ action, enterprise }) => (
            <>
              {action}
              {enterprise && <span className="block text-muted text-sm">{enterprise}</span>}
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
        {
          key: "device",
          header: "设备与地点",
          cell: ({ device, place }) => [device, place].filter(Boolean).join("，") || "—",
        },
      ]}
    />
  );
}
