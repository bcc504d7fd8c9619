import type { Metadata } from "next";
import { connection } from "next/server";
import { requireRegion } from "@/app/[region]/_components/require-region";
import { PageHeading } from "@/components/layout/page-heading";
import { PublicShell } from "@/components/layout/public-shell";
import { Alert } from "@/components/ui/alert";
import { formatMoment } from "@/lib/domain/china-time";
import { messageOf } from "@/lib/messages";
import { reportView } from "@/lib/server/notices/report";
import { ReportForm } from "./_components/report-form";
import { Reported } from "./_components/reported";

export const metadata: Metadata = {
  title: "不是我本人操作",
  robots: { index: false },
};

type Props = { params: Promise<{ region: string; token: string }> };

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
          <PageHeading title="不是您本人操作？">
            如是您本人操作，不需要做任何事，关闭本页即可。
          </PageHeading>
          <Alert tone="warning" title={view.title}>
            <p>{view.text}。</p>
            <p className="mt-1 text-muted text-sm">{formatMoment(view.at)}</p>
          </Alert>
          <ReportForm region={region.slug} token={token} />
        </>
      )}
      {!view && (
        <>
          <PageHeading title="链接已失效" />
          <Alert tone="danger" title={messageOf({ code: "REPORT_LINK_INVALID" })} />
        </>
      )}
    </PublicShell>
  );
}
