import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { requireRegion } from "@/app/[region]/_components/require-region";
import { PageHeading } from "@/components/layout/page-heading";
import { Alert } from "@/components/ui/alert";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { Card } from "@/components/ui/card";
import { formatMoment } from "@/lib/domain/china-time";
import { messageForm } from "@/lib/schemas/history";
import { ownMessage } from "@/lib/server/notices/inbox";
import { requireSession } from "@/lib/server/session";
import { MarkRead } from "./_components/mark-read";
import { ReportMessage } from "./_components/report-message";

export const metadata: Metadata = { title: "消息" };

type Props = { params: Promise<{ region: string; id: string }> };

/** One message of the message centre, opened. */
export default async function MessagePage({ params }: Props) {
  const region = await requireRegion(params);
  const { id } = await params;
  const session = await requireSession(region.slug);
  const asked = messageForm.safeParse({ message: id });
  const message = asked.success && (await ownMessage(session.personId, id));
  if (!message) notFound();
  const { title, text, at, unread, reportable, incidentNumber } = message;
  return (
    <>
      <Breadcrumb
        items={[{ label: "消息中心", href: `/${region.slug}/account/messages` }, { label: title }]}
      />
      <div className="mt-4">
        <PageHeading title={title}>
          <time dateTime={at.toISOString()}>{formatMoment(at)}</time>
        </PageHeading>
      </div>
      <Card>
        <p className="max-w-prose">{text}。</p>
      </Card>
      {unread && <MarkRead message={id} />}
      {incidentNumber && (
        <Alert className="mt-6" title={`您已报告“不是我本人操作”，报告编号 ${incidentNumber}`}>
          <p>咨询{region.hotline}时请提供报告编号。</p>
        </Alert>
      )}
      {reportable && !incidentNumber && <ReportMessage message={id} />}
    </>
  );
}
