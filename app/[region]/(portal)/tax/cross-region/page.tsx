import type { Metadata } from "next";
import type { Query } from "@/app/[region]/_components/list-query";
import { PageHeading } from "@/components/layout/page-heading";
import { draftTexts } from "@/lib/schemas/filings/draft";
import { servedRegions } from "@/lib/server/fixed-region";
import { formStart, openForm } from "../_components/open-form";
import { CrossRegionReport } from "./_components/cross-region-report";

const TITLE = "跨区域涉税事项报告表";

export const metadata: Metadata = { title: TITLE };

type Props = { params: Promise<{ region: string }>; searchParams: Promise<Query> };

/** 《跨区域涉税事项报告表》 and 跨区域财产税源登记 (X1). */
export default async function CrossRegionPage({ params, searchParams }: Props) {
  const opened = await openForm(params, "CROSS_REGION_REPORT", TITLE);
  if ("refused" in opened) return opened.refused;
  const { session, enterprise } = opened;
  const { draft } = await searchParams;
  const { filing, values } = await formStart(
    session,
    ["CROSS_REGION_REPORT", "PROPERTY_SOURCE"],
    draft,
  );
  return (
    <>
      <PageHeading title={TITLE}>
        {enterprise.name}
        在外地经营或持有房产、土地的，在此报告。提交后取得跨区域涉税事项管理编号，凭编号从“特定主体”登录项目地电子税务局。
      </PageHeading>
      <CrossRegionReport
        filing={filing}
        identityVersion={session.identityVersion}
        regions={servedRegions().map(({ slug, name }) => ({ value: slug, label: name }))}
        draft={draftTexts(
          values,
          "projectKind",
          "projectRegion",
          "projectName",
          "handlerName",
          "handlerPhone",
          "contactName",
          "contactPhone",
          "validFrom",
          "validTo",
        )}
      />
    </>
  );
}
