import { notFound } from "next/navigation";
import { noticeWords } from "@/app/[region]/_components/notice-words";
import { requireRegion } from "@/app/[region]/_components/require-region";
import { titled } from "@/app/[region]/_components/titled";
import { PageHeading } from "@/components/layout/page-heading";
import { t } from "@/components/texts/request-texts";
import { Alert } from "@/components/ui/alert";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { Card } from "@/components/ui/card";
import { messageForm } from "@/lib/schemas/history";
import { ownMessage } from "@/lib/server/notices/inbox";
import { requireSession } from "@/lib/server/session";
import { MarkRead } from "./_components/mark-read";
import { ReportMessage } from "./_components/report-message";

export const generateMetadata = titled("消息");

type Props = { params: Promise<{ region: string; id: string }> };

/** One message of the message centre, opened. */
export default async function MessagePage({ params }: Props) {
  const region = await requireRegion(params);
  const { id } = await params;
  const session = await requireSession(region.slug);
  const asked = messageForm.safeParse({ message: id });
  const message = asked.success && (await ownMessage(session.personId, id));
  if (!message) notFound();
  const { at, unread, reportable, incidentNumber } = message;
  const { title, text } = noticeWords(message);
  return (
    <>
      <Breadcrumb
        items={[
          { label: t("消息中心"), href: `/${region.slug}/account/messages` },
          { label: title },
        ]}
      />
      <div className="mt-4">
        <PageHeading title={title}>
          <time dateTime={at.toISOString()}>{t.moment(at)}</time>
        </PageHeading>
      </div>
      <Card>
        <p className="max-w-prose">
          {text}
          {t("。")}
        </p>
      </Card>
      {unread && <MarkRead message={id} />}
      {incidentNumber && (
        <Alert
          className="mt-6"
          title={t("您已报告“不是我本人操作”，报告编号 {number}", { number: incidentNumber })}
        >
          <p>{t("咨询{hotline}时请提供报告编号。", { hotline: region.hotline })}</p>
        </Alert>
      )}
      {reportable && !incidentNumber && <ReportMessage message={id} />}
    </>
  );
}
