import { connection } from "next/server";
import { AnnouncementList } from "@/app/[region]/_components/announcement-list";
import { type Query, readListQuery } from "@/app/[region]/_components/list-query";
import { requireRegion } from "@/app/[region]/_components/require-region";
import { titled } from "@/app/[region]/_components/titled";
import { PageHeading } from "@/components/layout/page-heading";
import { PublicShell } from "@/components/layout/public-shell";
import { t } from "@/components/texts/request-texts";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { Pagination } from "@/components/ui/pagination";
import { ANNOUNCEMENTS_ON_ONE_PAGE, announcementPage } from "@/lib/server/announcements/published";

export const generateMetadata = titled("通知公告");

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
        items={[
          { label: t("公众服务"), href: `/${region.slug}/services` },
          { label: t("通知公告") },
        ]}
      />
      <div className="mt-4">
        <PageHeading title={t("通知公告")}>
          {t("{bureau}发布，无需登录即可查看。", { bureau: t.named(region.bureauName) })}
        </PageHeading>
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
