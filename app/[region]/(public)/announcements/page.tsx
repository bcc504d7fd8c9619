import type { Metadata } from "next";
import { connection } from "next/server";
import { AnnouncementList } from "@/app/[region]/_components/announcement-list";
import { type Query, readListQuery } from "@/app/[region]/_components/list-query";
import { requireRegion } from "@/app/[region]/_components/require-region";
import { PageHeading } from "@/components/layout/page-heading";
import { PublicShell } from "@/components/layout/public-shell";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { Pagination } from "@/components/ui/pagination";
import { ANNOUNCEMENTS_ON_ONE_PAGE, announcementPage } from "@/lib/server/announcements/published";

export const metadata: Metadata = { title: "通知公告" };

type Props = { params: Promise<{ region: string }>; searchParams: Promise<Query> };

/** All 通知公告 of the bureau, to be read without login. */
export default async function AnnouncementsPage({ params, searchParams }: Props) {
  const region = await requireRegion(params);
  await connection();
  const { page } = readListQuery(await searchParams);
  const { announcements, total } = await announcementPage(region.slug, page);
  return (
    <PublicShell region={region}>
      <Breadcrumb
        items={[{ label: "公众服务", href: `/${region.slug}/services` }, { label: "通知公告" }]}
      />
      <div className="mt-4">
        <PageHeading title="通知公告">{region.bureauName}发布，无需登录即可查看。</PageHeading>
        <AnnouncementList region={region} announcements={announcements} />
        <div className="mt-4">
          <Pagination
            page={page}
            pages={Math.ceil(total / ANNOUNCEMENTS_ON_ONE_PAGE)}
            hrefOf={(to) => `?page=${to}`}
          />
        </div>
      </div>
    </PublicShell>
  );
}
