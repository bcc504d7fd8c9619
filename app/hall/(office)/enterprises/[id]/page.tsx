import type { Metadata } from "next";
import { PageHeading } from "@/components/layout/page-heading";
import { Alert } from "@/components/ui/alert";
import { DescriptionList } from "@/components/ui/description-list";
import { formatMoment } from "@/lib/domain/china-time";
import { groupCreditCode } from "@/lib/domain/credit-code";
import { enterpriseKindLabel, enterpriseStatusLabel } from "@/lib/labels";
import { messageOf } from "@/lib/messages";
import { enterpriseCase } from "@/lib/server/hall/enterprise-case";
import { requireOfficer } from "@/lib/server/hall/officer-session";
import { LookUpFirst } from "../../_components/look-up-first";
import { EnterpriseButtons } from "./_components/enterprise-buttons";
import { EnterprisePeople } from "./_components/enterprise-people";
import { RegisterPerson } from "./_components/register-person";

export const metadata: Metadata = { title: "企业信息" };

type Props = { params: Promise<{ id: string }> };

/** What counter work needs of one enterprise of the officer's own bureau, after a look-up. */
export default async function EnterprisePage({ params }: Props) {
  const officer = await requireOfficer("COUNTER", "SUPERVISOR");
  const { id } = await params;
  const read = await enterpriseCase(officer, id, new Date());
  if (!read.ok) return <LookUpFirst href="/hall/enterprises" />;
  const enterprise = read.value;
  const { status } = enterprise;
  return (
    <>
      <PageHeading title={enterprise.name}>{groupCreditCode(enterprise.creditCode)}</PageHeading>
      {enterprise.own && (
        <Alert tone="warning" title={messageOf({ code: "OWN_ENTERPRISE" })} className="mb-6" />
      )}
      <DescriptionList
        items={[
          { name: "纳税人类型", value: enterpriseKindLabel(enterprise.kind) },
          { name: "状态", value: enterpriseStatusLabel(status) },
          { name: "主管税务机关", value: enterprise.taxAuthority },
          {
            name: "信息确认",
            value: enterprise.confirmedAt ? formatMoment(enterprise.confirmedAt) : "尚未办理",
          },
          {
            name: "企业密码",
            value: passwordText(enterprise.passwordSet, enterprise.enterprisePasswordState),
          },
        ]}
      />
      {!enterprise.own && status !== "CLOSED" && (
        <EnterpriseButtons
          id={enterprise.id}
          name={enterprise.name}
          unconfirmed={status === "UNCONFIRMED"}
        />
      )}
      <EnterprisePeople people={enterprise.people} own={enterprise.own} />
      {!enterprise.own && status !== "CLOSED" && <RegisterPerson enterprise={enterprise.id} />}
    </>
  );
}

function passwordText(set: boolean, state: string): string {
  if (!set) return "没有发放";
  return state === "CHOSEN" ? "已设置" : "已发放凭证，待首次使用时修改";
}
