import type { Metadata } from "next";
import type { Query } from "@/app/[region]/_components/list-query";
import { PageHeading } from "@/components/layout/page-heading";
import { buttonClass } from "@/components/ui/button-class";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import { draftChoice, draftTexts } from "@/lib/schemas/filings/draft";
import { listedAgents } from "@/lib/server/agencies/information";
import { formStart, openForm } from "../../_components/open-form";
import { AgreementElements } from "./_components/agreement-elements";

const TITLE = "《涉税专业服务协议要素信息采集表》";

export const metadata: Metadata = { title: TITLE };

type Props = { params: Promise<{ region: string }>; searchParams: Promise<Query> };

/** 《涉税专业服务协议要素信息采集表》 (G1): filed before the first service for a client. */
export default async function AgreementPage({ params, searchParams }: Props) {
  const opened = await openForm(params, "AGREEMENT", TITLE);
  if ("refused" in opened) return opened.refused;
  const { region, session, enterprise } = opened;
  const agents = await listedAgents(enterprise.id);
  const { draft } = await searchParams;
  const { filing, values } = await formStart(session, ["AGREEMENT"], draft);
  return (
    <>
      <PageHeading title={TITLE}>
        首次为委托企业提供服务前报送。
        {region.clientsRecogniseAgencies
          ? "委托企业在“代理机构认定管理”中认定后，经办人员可从“代理业务”登录办理。"
          : "报送后，经办人员即可从“代理业务”登录为其办理。"}
      </PageHeading>
      {agents.length === 0 ? (
        <EmptyState
          title="还没有列明税务代理人员"
          action={
            <Link
              href={`/${region.slug}/tax/agency/information`}
              className={buttonClass("primary")}
            >
              去报送基本信息采集表
            </Link>
          }
        >
          经办人员须先在《涉税专业服务机构（人员）基本信息采集表》中列明。
        </EmptyState>
      ) : (
        <AgreementElements
          filing={filing}
          identityVersion={session.identityVersion}
          agents={agents}
          withPassword={region.agreementPasswords}
          draft={{
            ...draftTexts(values, "client", "services", "validFrom", "validTo"),
            staff: draftChoice(values, "staff", agents),
          }}
        />
      )}
    </>
  );
}
