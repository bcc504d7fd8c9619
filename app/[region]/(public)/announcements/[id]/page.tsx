import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { connection } from "next/server";
import { cache } from "react";
import { AnnouncementBody } from "@/app/[region]/_components/announcement-body";
import { requireRegion } from "@/app/[region]/_components/require-region";
import { PageHeading } from "@/components/layout/page-heading";
import { PublicShell } from "@/components/layout/public-shell";
import { AsWritten, writtenIn } from "@/components/texts/as-written";
import { pageTexts, t } from "@/components/texts/request-texts";
import { Alert } from "@/components/ui/alert";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { publishedAnnouncement } from "@/lib/server/announcements/published";

type Props = { params: Promise<{ region: string; id: string }> };

const findAnnouncement = cache(publishedAnnouncement);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const region = await requireRegion(params);
  await connection();
  const announcement = await findAnnouncement(region.slug, (await params).id);
  return { title: announcement?.title ?? t("通知公告") };
}

/** One announcement (通知公告). */
export default async function AnnouncementPage({ params }: Props) {
  const region = await requireRegion(params);
  await connection();
  const announcement = await findAnnouncement(region.slug, (await params).id);
  if (!announcement) notFound();
  const { title, body, publishedAt } = announcement;
  return (
    <PublicShell region={region}>
      <Breadcrumb
        items={[
          { label: t("公众服务"), href: `/${region.slug}/services` },
          { label: t("通知公告"), href: `/${region.slug}/announcements` },
          { label: title },
        ]}
      />
      <article className="mt-4">
        <PageHeading title={<AsWritten>{title}</AsWritten>}>
          {publishedAt && (
            <time dateTime={publishedAt.toISOString()}>
              {t("{moment} 发布", { moment: t.moment(publishedAt) })}
            </time>
          )}
        </PageHeading>
        {writtenIn(body, pageTexts().locale) && (
          <Alert title={t("公告按原文显示，只有中文。")} className="mb-6" />
        )}
        <AnnouncementBody body={body} />
      </article>
    </PublicShell>
  );
}
