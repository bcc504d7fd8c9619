import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PageHeading } from "@/components/layout/page-heading";
import { formatMoment } from "@/lib/domain/china-time";
import { groupCreditCode } from "@/lib/domain/credit-code";
import { requireOfficer } from "@/lib/server/hall/officer-session";
import { voucherView } from "@/lib/server/hall/voucher";
import { Voucher } from "./_components/voucher";

export const metadata: Metadata = { title: "注册凭证" };

type Props = { params: Promise<{ id: string }> };

/** 《电子税务局办税用户注册凭证》: on the screen without what is sealed. */
export default async function VoucherPage({ params }: Props) {
  const officer = await requireOfficer("COUNTER", "SUPERVISOR");
  const { id } = await params;
  const voucher = (await voucherView(officer, id, new Date())) ?? notFound();
  return (
    <>
      <div className="no-print">
        <PageHeading title="注册凭证">
          密码只出现在打印件的密封区，屏幕上不显示，只能打印一次。打印后请当面密封交给办税人员。
        </PageHeading>
      </div>
      <Voucher
        id={voucher.id}
        printable={voucher.printable}
        printed={voucher.printedAt !== null}
        lines={[
          { name: "凭证编号", value: voucher.number },
          { name: "企业名称", value: voucher.enterprise.name },
          { name: "纳税人识别号", value: groupCreditCode(voucher.enterprise.creditCode) },
          { name: "主管税务机关", value: voucher.enterprise.taxAuthority },
          { name: "办理时间", value: formatMoment(voucher.issuedAt) },
          { name: "办理人员", value: voucher.issuedBy },
        ]}
      />
    </>
  );
}
