import { Badge } from "@/components/ui/badge";
import { EmptyState } from "@/components/ui/empty-state";
import { ResponsiveTable } from "@/components/ui/responsive-table";
import { formatMoment } from "@/lib/domain/china-time";
import type { DeliveryState } from "@/lib/domain/delivery-rules";
import { deliveryStateLabel, messagePurposeLabel } from "@/lib/messages/hall-labels";

type Message = {
  id: string;
  purpose: string;
  state: DeliveryState;
  failure: string | null;
  createdAt: Date;
};

/** What became of the newest messages to the person's phones (B16); their texts are nobody's to read. */
export function PersonMessages({ messages }: { messages: readonly Message[] }) {
  return (
    <section aria-labelledby="messages" className="mt-10">
      <h2 id="messages" className="mb-4 text-lg">
        短信发送情况
      </h2>
      {messages.length === 0 ? (
        <EmptyState title="没有发送记录">最近发送的短信及其状态显示在这里。</EmptyState>
      ) : (
        <ResponsiveTable
          caption="最近的短信"
          rowKey={(row) => row.id}
          rows={messages}
          columns={[
            { key: "at", header: "时间", cell: (row) => formatMoment(row.createdAt) },
            { key: "purpose", header: "用途", cell: (row) => messagePurposeLabel(row.purpose) },
            {
              key: "status",
              header: "状态",
              cell: (row) => (
                <Badge tone={row.state === "REFUSED" ? "danger" : "neutral"}>
                  {deliveryStateLabel(row.state)}
                  {row.failure && `：${row.failure}`}
                </Badge>
              ),
            },
          ]}
        />
      )}
    </section>
  );
}
