import type { Metadata } from "next";
import type { Query } from "@/app/[region]/_components/list-query";
import { PageHeading } from "@/components/layout/page-heading";
import { draftChoice, draftRows } from "@/lib/schemas/filings/draft";
import { listedAgents } from "@/lib/server/agencies/information";
import { formStart, openForm } from "../../_components/open-form";
import { AgencyInformation } from "./_components/agency-information";

const TITLE = "《涉税专业服务机构（人员）基本信息采集表》";

export const metadata: Metadata = { title: TITLE };

type Props = { params: Promise<{ region: string }>; searchParams: Promise<Query> };

/** 《涉税专业服务机构（人员）基本信息采集表》 (G1): the agency and its staff. */
export default async function AgencyInformationPage({ params, searchParams }: Props) {
  const opened = await openForm(params, "AGENCY_INFORMATION", TITLE);
  if ("refused" in opened) return opened.refused;
  const { session, enterprise } = opened;
  const agents = await listedAgents(enterprise.id);
  const { draft } = await searchParams;
  const { filing, values } = await formStart(session, ["AGENCY_INFORMATION"], draft);
  return (
    <>
      <PageHeading title={TITLE}>
        首次提供涉税专业服务前报送。列明的税务代理人员注册后，可由协议指定为委托企业办税。
      </PageHeading>
      <AgencyInformation
        filing={filing}
        identityVersion={session.identityVersion}
        agency={enterprise}
        agents={agents}
        draft={{
          removed: draftChoice(values, "removed", agents),
          added: draftRows(values, "added"),
        }}
      />
    </>
  );
}
