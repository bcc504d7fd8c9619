import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { connection } from "next/server";
import { cache } from "react";
import { AnnouncementBody } from "@/app/[region]/_components/announcement-body";
import { requireRegion } from "@/app/[region]/_components/require-region";
import { PageHeading } from "@/components/layout/page-heading";
import { PublicShell } from "@/components/layout/public-shell";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { formatMoment } from "@/lib/domain/china-time";
import { publishedAnnouncement } from "@/lib/server/announcements/published";

type Props = { params: Promise<{ region: string; id: string }> };

const findAnnouncement = cache(publishedAnnouncement);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { region, id } = await params;
  await connection();
  return { title: (await findAnnouncement(region, id))?.title ?? "通知公告" };
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
          { label: "公众服务", href: `/${region.slug}/services` },
          { label: "通知公告", href: `/${region.slug}/announcements` },
          { label: title },
        ]}
      />
      <article className="mt-4">
        <PageHeading title={title}>
          {publishedAt && (
            <time dateTime={publishedAt.toISOString()}>{formatMoment(publishedAt)} 发布</time>
          )}
        </PageHeading>
        <AnnouncementBody body={body} />
      </article>
    </PublicShell>
  );
}
