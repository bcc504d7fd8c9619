import { Badge } from "@/components/ui/badge";
import { EmptyState } from "@/components/ui/empty-state";
import { ResponsiveTable } from "@/components/ui/responsive-table";
import { formatMoment } from "@/lib/domain/china-time";
import { deliveryStateLabel, messagePurposeLabel } from "@/lib/messages/hall-labels";
import type { MessageLine } from "@/lib/server/dashboard/messages";

const TONES = {
  DELIVERED: "success",
  ACCEPTED: "neutral",
  DELAYED: "warning",
  REFUSED: "danger",
} as const;

/** Text messages one by one, newest first. */
export function MessageTable({ lines }: { lines: readonly MessageLine[] }) {
  if (lines.length === 0) {
    return (
      <EmptyState title="没有符合条件的短信">
        本局发出的验证码和提醒短信会显示在这里，不含短信内容。
      </EmptyState>
    );
  }
  return (
    <ResponsiveTable
      caption="短信投递"
      rows={lines}
      rowKey={({ id }) => id}
      columns={[
        { key: "at", header: "发送时间", cell: ({ at }) => <Moment at={at} /> },
        {
          key: "to",
          header: "手机号码",
          cell: ({ to }) => <span className="tabular-nums">{to}</span>,
        },
        { key: "purpose", header: "用途", cell: ({ purpose }) => messagePurposeLabel(purpose) },
        {
          key: "state",
          header: "投递状态",
          cell: ({ state, failure }) => (
            <>
              <Badge tone={TONES[state]}>{deliveryStateLabel(state)}</Badge>
              {failure && <span className="block text-muted text-sm">{failure}</span>}
            </>
          ),
        },
        {
          key: "receipt",
          header: "回执时间",
          cell: ({ receiptAt }) => (receiptAt ? <Moment at={receiptAt} /> : "—"),
        },
      ]}
    />
  );
}

function Moment({ at }: { at: Date }) {
  return (
    <time dateTime={at.toISOString()} className="tabular-nums">
      {formatMoment(at)}
    </time>
  );
}
