import { type Query, readListQuery } from "@/app/[region]/_components/list-query";
import { requireRegion } from "@/app/[region]/_components/require-region";
import { titled } from "@/app/[region]/_components/titled";
import { PageHeading } from "@/components/layout/page-heading";
import { t } from "@/components/texts/request-texts";
import { Pagination } from "@/components/ui/pagination";
import { EVENTS_ON_ONE_PAGE, historyPage } from "@/lib/server/history/history";
import { requireSession } from "@/lib/server/session";
import { IdentityProblem } from "../../_components/identity-problem";
import { HistoryFilter } from "../_components/history-filter";
import { historyQuery, readHistoryDays } from "../_components/history-query";
import { HistoryTable } from "../_components/history-table";
import { NotManaging } from "../staff/_components/not-managing";
import { staffViewer } from "../staff/_components/staff-viewer";

export const generateMetadata = titled("企业办理记录");

type Props = { params: Promise<{ region: string }>; searchParams: Promise<Query> };

/** 企业办理记录 (B12): who did what for the acting enterprise, for its 法定代表人 and 财务负责人. */
export default async function RecordsPage({ params, searchParams }: Props) {
  const region = await requireRegion(params);
  const session = await requireSession(region.slug);
  if (session.problem) {
    return <IdentityProblem region={region} session={session} problem={session.problem} />;
  }
  const viewer = staffViewer(session, new Date());
  if (!viewer) {
    return <NotManaging title={t("企业办理记录")} region={region.slug} session={session} />;
  }
  const query = await searchParams;
  const { page } = readListQuery(query);
  const days = readHistoryDays(query);
  const { enterpriseId, enterpriseName } = viewer;
  const { events, total } = await historyPage({ enterpriseId }, days, page);
  return (
    <>
      <PageHeading title={t("企业办理记录")}>
        {t("谁在什么时候以{name}的名义做了什么，包括代理机构人员。", { name: enterpriseName })}
      </PageHeading>
      <HistoryFilter file={`/${region.slug}/account/records/export`} days={days} />
      <HistoryTable caption={t("企业办理记录")} events={events} ofEnterprise>
        {t("以企业身份登录、切换、报送和人员授权的变更会显示在这里。")}
      </HistoryTable>
      <div className="mt-4">
        <Pagination
          page={page}
          pages={Math.ceil(total / EVENTS_ON_ONE_PAGE)}
          hrefOf={(to) => historyQuery(days, { page: String(to) })}
        />
      </div>
    </>
  );
}
