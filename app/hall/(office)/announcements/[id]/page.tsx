import type { Metadata } from "next";
import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { AnnouncementBody } from "@/app/[region]/_components/announcement-body";
import { PageHeading } from "@/components/layout/page-heading";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { Card } from "@/components/ui/card";
import { announcementState } from "@/lib/domain/announcement-rules";
import { formatMoment } from "@/lib/domain/china-time";
import { announcementOf } from "@/lib/server/announcements/manage";
import { requireOfficer } from "@/lib/server/hall/officer-session";
import { PublishForm } from "../_components/publish-form";
import { StateBadge } from "../_components/state-badge";
import { WithdrawButton } from "../_components/withdraw-button";
import { WordingForm } from "../_components/wording-form";

export const metadata: Metadata = { title: "通知公告" };

type Props = { params: Promise<{ id: string }> };

/** One 通知公告: as the public will see it, then what can be done about it. */
export default async function AnnouncementPage({ params }: Props) {
  const officer = await requireOfficer("COUNTER", "SUPERVISOR");
  const announcement = await announcementOf(officer, (await params).id);
  if (!announcement) notFound();
  const { id, title, body, version, publishedAt, expiresAt } = announcement;
  const state = announcementState(announcement, new Date());
  const onItsWay = state === "OUT" || state === "WAITING";
  return (
    <>
      <Breadcrumb items={[{ label: "通知公告", href: "/hall/announcements" }, { label: title }]} />
      <PageHeading
        title={title}
        actions={onItsWay && <WithdrawButton announcement={id} version={version} title={title} />}
      >
        <StateBadge state={state} />
        {publishedAt && <span className="ml-3">{formatMoment(publishedAt)} 发布</span>}
        {expiresAt && <span className="ml-3">{formatMoment(expiresAt)} 失效</span>}
      </PageHeading>
      <section aria-label="预览">
        <h2 className="mb-3 text-lg">预览</h2>
        <Card>
          <AnnouncementBody body={body} />
        </Card>
      </section>
      {state !== "OUT" && (
        <Section title="发布">
          <PublishForm key={version} announcement={id} version={version} />
        </Section>
      )}
      <Section title="修改">
        <WordingForm key={version} existing={{ announcement: id, version, title, body }} />
      </Section>
    </>
  );
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section aria-label={title} className="mt-10 border-line border-t pt-6">
      <h2 className="mb-4 text-lg">{title}</h2>
      {children}
    </section>
  );
}
