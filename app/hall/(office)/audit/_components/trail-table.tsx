import { Badge } from "@/components/ui/badge";
import { EmptyState } from "@/components/ui/empty-state";
import { ResponsiveTable } from "@/components/ui/responsive-table";
import { formatMoment } from "@/lib/domain/china-time";
import type { AuditLine } from "@/lib/server/audit-trail/pages";

/** Events of the audit trail, newest first. */
export function TrailTable({ lines }: { lines: readonly AuditLine[] }) {
  if (lines.length === 0) {
    return (
      <EmptyState title="没有符合条件的记录">
        只显示本局的记录；请检查日期、工号和号码后重新查询。
      </EmptyState>
    );
  }
  return (
    <ResponsiveTable
      caption="审计日志"
      rows={lines}
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
        { key: "action", header: "事项", cell: ({ action }) => action },
        {
          key: "outcome",
          header: "结果",
          cell: ({ refused, outcome }) => (
            <Badge tone={refused ? "warning" : "neutral"}>{outcome}</Badge>
          ),
        },
        { key: "actor", header: "操作人", cell: ({ actor }) => actor },
        {
          key: "about",
          header: "涉及",
          cell: ({ person, enterprise }) => [person, enterprise].filter(Boolean).join("，") || "—",
        },
        { key: "more", header: "明细", cell: (line) => <Details line={line} /> },
      ]}
    />
  );
}

function Details({ line }: { line: AuditLine }) {
  const { sequence, subject, detail, reason, hash } = line;
  const items = [
    ["办理事由", reason],
    ["对象", subject],
    ["内容", detail],
    ["哈希", hash],
  ].filter(([, value]) => value);
  return (
    <details>
      <summary className="cursor-pointer text-accent tabular-nums">第{sequence}条</summary>
      <dl className="mt-1 grid gap-1 text-sm">
        {items.map(([name, value]) => (
          <div key={name}>
            <dt className="text-muted">{name}</dt>
            <dd className="break-all">{value}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
