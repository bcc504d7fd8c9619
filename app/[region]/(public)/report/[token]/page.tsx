import type { Metadata } from "next";
import { connection } from "next/server";
import { noticeWords } from "@/app/[region]/_components/notice-words";
import { requireRegion } from "@/app/[region]/_components/require-region";
import { PageHeading } from "@/components/layout/page-heading";
import { PublicShell } from "@/components/layout/public-shell";
import { problemText, t } from "@/components/texts/request-texts";
import { Alert } from "@/components/ui/alert";
import { reportView } from "@/lib/server/notices/report";
import { ReportForm } from "./_components/report-form";
import { Reported } from "./_components/reported";

type Props = { params: Promise<{ region: string; token: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  await requireRegion(params);
  return { title: t("不是我本人操作"), robots: { index: false } };
}

/** 「不是我本人操作」 (B4), from the link of an SMS or e-mail: what happened, and whether it was them. */
export default async function ReportPage({ params }: Props) {
  const region = await requireRegion(params);
  await connection();
  const { token } = await params;
  const view = await reportView(token, new Date());
  return (
    <PublicShell region={region}>
      {view?.state === "REPORTED" && <Reported region={region} number={view.number} />}
      {view?.state === "OPEN" && (
        <>
          <PageHeading title={t("不是您本人操作？")}>
            {t("如是您本人操作，不需要做任何事，关闭本页即可。")}
          </PageHeading>
          <Alert tone="warning" title={noticeWords(view).title}>
            <p>
              {noticeWords(view).text}
              {t("。")}
            </p>
            <p className="mt-1 text-muted text-sm">{t.moment(view.at)}</p>
          </Alert>
          <ReportForm region={region.slug} token={token} />
        </>
      )}
      {!view && (
        <>
          <PageHeading title={t("链接已失效")} />
          <Alert tone="danger" title={problemText({ code: "REPORT_LINK_INVALID" })} />
        </>
      )}
    </PublicShell>
  );
}
