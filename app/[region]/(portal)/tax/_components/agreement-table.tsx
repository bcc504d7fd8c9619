import type { ReactNode } from "react";
import { Badge } from "@/components/ui/badge";
import { ResponsiveTable } from "@/components/ui/responsive-table";
import { formatDay } from "@/lib/domain/china-time";
import { groupCreditCode } from "@/lib/domain/credit-code";
import { agreementStatusLabel } from "@/lib/labels";
import type { ListedAgreement } from "@/lib/server/agencies/agreements";

type AgreementTableProps = {
  caption: string;
  /** Header of the other side: 委托企业 or 代理机构. */
  party: string;
  agreements: readonly ListedAgreement[];
  actions: (agreement: ListedAgreement) => ReactNode;
};

const TONES = {
  PENDING_CLIENT: "warning",
  ACTIVE: "success",
  EXPIRED: "neutral",
  TERMINATED: "neutral",
  VOID: "neutral",
} as const;

/** Agreements (涉税专业服务协议) with what can be done about each. */
export function AgreementTable({ caption, party, agreements, actions }: AgreementTableProps) {
  return (
    <ResponsiveTable
      caption={caption}
      rows={agreements}
      rowKey={({ id }) => id}
      columns={[
        {
          key: "party",
          header: party,
          cell: (row) => (
            <>
              <span id={`party-${row.id}`}>{row.party}</span>
              <span className="block text-muted text-sm">{groupCreditCode(row.creditCode)}</span>
            </>
          ),
        },
        {
          key: "staff",
          header: "经办人员",
          cell: (row) => row.staff.map(({ name }) => name).join("、") || "—",
        },
        {
          key: "period",
          header: "有效期",
          cell: (row) => (
            <>
              <span className="whitespace-nowrap">{formatDay(row.validFrom)}至</span>
              <wbr />
              <span className="whitespace-nowrap">{formatDay(row.validTo)}</span>
            </>
          ),
        },
        {
          key: "status",
          header: "状态",
          cell: (row) => <Badge tone={TONES[row.status]}>{agreementStatusLabel(row.status)}</Badge>,
        },
        { key: "actions", header: "操作", cell: actions },
      ]}
    />
  );
}
