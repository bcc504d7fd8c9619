import { type Query, readListQuery } from "@/app/[region]/_components/list-query";
import { requireRegion } from "@/app/[region]/_components/require-region";
import { titled } from "@/app/[region]/_components/titled";
import { PageHeading } from "@/components/layout/page-heading";
import { t } from "@/components/texts/request-texts";
import { Pagination } from "@/components/ui/pagination";
import { openSessions } from "@/lib/server/devices/open-sessions";
import { EVENTS_ON_ONE_PAGE, historyPage } from "@/lib/server/history/history";
import { signedInSystems } from "@/lib/server/oidc/signed-in-systems";
import { requireSession } from "@/lib/server/session";
import { HistoryFilter } from "../_components/history-filter";
import { historyQuery, readHistoryDays } from "../_components/history-query";
import { HistoryTable } from "../_components/history-table";
import { sessionLine } from "./_components/session-line";
import { SessionTable } from "./_components/session-table";
import { SystemTable } from "./_components/system-table";

export const generateMetadata = titled("登录设备与记录");

type Props = { params: Promise<{ region: string }>; searchParams: Promise<Query> };

/** 登录设备与记录 (A1): open logins with remote 「退出」, and the history of logins and security events. */
export default async function SessionsPage({ params, searchParams }: Props) {
  const region = await requireRegion(params);
  const session = await requireSession(region.slug);
  const query = await searchParams;
  const { page } = readListQuery(query);
  const days = readHistoryDays(query);
  const now = new Date();
  const [open, systems, { events, total }] = await Promise.all([
    openSessions(session.personId, now),
    signedInSystems(session.personId, now),
    historyPage({ personId: session.personId }, days, page),
  ]);
  return (
    <>
      <PageHeading title={t("登录设备与记录")}>
        {t("发现不认识的设备，请立即退出该登录并修改密码。")}
      </PageHeading>
      <section aria-labelledby="devices">
        <h2 id="devices" className="mb-4 text-lg">
          {t("登录设备")}
        </h2>
        <SessionTable sessions={open.map((each) => sessionLine(each, session.id))} />
      </section>
      <section aria-labelledby="systems" className="mt-10">
        <h2 id="systems" className="mb-1 text-lg">
          {t("业务系统")}
        </h2>
        <p className="mb-4 text-muted">
          {t("经电子税务局登录的系统。退出一个系统，不影响电子税务局和其他系统的登录。")}
        </p>
        <SystemTable
          systems={systems.map(({ since, ...rest }) => ({ ...rest, since: t.moment(since) }))}
        />
      </section>
      <section aria-labelledby="history" className="mt-10">
        <h2 id="history" className="mb-4 text-lg">
          {t("登录与安全记录")}
        </h2>
        <HistoryFilter file={`/${region.slug}/account/sessions/export`} days={days} />
        <HistoryTable caption={t("登录与安全记录")} events={events}>
          {t("登录、退出、身份切换、密码和手机号码变更等会显示在这里。")}
        </HistoryTable>
        <div className="mt-4">
          <Pagination
            page={page}
            pages={Math.ceil(total / EVENTS_ON_ONE_PAGE)}
            hrefOf={(to) => historyQuery(days, { page: String(to) })}
          />
        </div>
      </section>
    </>
  );
}
