import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PageHeading } from "@/components/layout/page-heading";
import { Alert } from "@/components/ui/alert";
import { buttonClass } from "@/components/ui/button-class";
import { Link } from "@/components/ui/link";
import { agreementStatusLabel } from "@/lib/labels";
import { agreementOfAgency } from "@/lib/server/agencies/agreements";
import { listedAgents } from "@/lib/server/agencies/information";
import { formStart, openForm } from "../../../_components/open-form";
import { AgreementChange } from "./_components/agreement-change";

const TITLE = "变更涉税专业服务协议";

export const metadata: Metadata = { title: TITLE };

type Props = { params: Promise<{ region: string; id: string }> };

/** 「变更」 of one agreement: its staff and its period (G2). */
export default async function AgreementChangePage({ params }: Props) {
  const opened = await openForm(params, "AGREEMENT_CHANGE", TITLE);
  if ("refused" in opened) return opened.refused;
  const { region, session, enterprise } = opened;
  const { id } = await params;
  const agreement = (await agreementOfAgency(enterprise.id, id, new Date())) ?? notFound();
  const back = `/${region.slug}/tax/agency/agreements`;
  if (agreement.status !== "ACTIVE" && agreement.status !== "PENDING_CLIENT") {
    return (
      <>
        <PageHeading title={TITLE}>委托企业：{agreement.party}</PageHeading>
        <Alert tone="warning" title={`该协议${agreementStatusLabel(agreement.status)}`}>
          <p>不能再变更。继续代理的，请重新报送《涉税专业服务协议要素信息采集表》。</p>
        </Alert>
        <Link href={back} className={buttonClass("primary", "mt-6")}>
          返回协议列表
        </Link>
      </>
    );
  }
  const { filing } = await formStart(session, [], undefined);
  return (
    <>
      <PageHeading title={TITLE}>
        委托企业：{agreement.party}。
        {region.clientsRecogniseAgencies && "变更后须由委托企业重新认定，认定前不能办税。"}
      </PageHeading>
      <AgreementChange
        filing={filing}
        identityVersion={session.identityVersion}
        agreement={agreement}
        agents={await listedAgents(enterprise.id)}
      />
    </>
  );
}
