import type { Metadata } from "next";
import { type Query, readListQuery } from "@/app/[region]/_components/list-query";
import { PageHeading } from "@/components/layout/page-heading";
import { buttonClass } from "@/components/ui/button-class";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import { Pagination } from "@/components/ui/pagination";
import { ResponsiveTable } from "@/components/ui/responsive-table";
import { announcementState } from "@/lib/domain/announcement-rules";
import { formatMoment } from "@/lib/domain/china-time";
import { announcementList } from "@/lib/server/announcements/manage";
import { requireOfficer } from "@/lib/server/hall/officer-session";
import { StateBadge } from "./_components/state-badge";

export const metadata: Metadata = { title: "通知公告" };

/** 通知公告 of the officer's bureau in every state (OL6). */
export default async function AnnouncementsPage({
  searchParams,
}: {
  searchParams: Promise<Query>;
}) {
  const officer = await requireOfficer("COUNTER", "SUPERVISOR");
  const { page } = readListQuery(await searchParams);
  const { rows, pages } = await announcementList(officer, page);
  const now = new Date();
  const add = (
    <Link href="/hall/announcements/new" className={buttonClass("primary")}>
      新建公告
    </Link>
  );
  return (
    <>
      <PageHeading title="通知公告" actions={add}>
        发布后公众无需登录即可查看。
      </PageHeading>
      {rows.length === 0 ? (
        <EmptyState title="还没有公告">新建后先存为草稿，预览无误再发布。</EmptyState>
      ) : (
        <ResponsiveTable
          caption="本局通知公告"
          rows={rows}
          rowKey={({ id }) => id}
          columns={[
            {
              key: "title",
              header: "标题",
              cell: ({ id, title }) => (
                <Link href={`/hall/announcements/${id}`} className="link">
                  {title}
                </Link>
              ),
            },
            {
              key: "state",
              header: "状态",
              cell: (row) => <StateBadge state={announcementState(row, now)} />,
            },
            { key: "at", header: "发布时间", cell: ({ publishedAt }) => moment(publishedAt) },
            { key: "end", header: "失效时间", cell: ({ expiresAt }) => moment(expiresAt) },
            { key: "author", header: "起草人", cell: ({ author }) => author?.name ?? "—" },
          ]}
        />
      )}
      <div className="mt-4">
        <Pagination page={page} pages={pages} hrefOf={(to) => `?page=${to}`} />
      </div>
    </>
  );
}

function moment(at: Date | null): string {
  return at ? formatMoment(at) : "—";
}
