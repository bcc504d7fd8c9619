import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { type Query, readListQuery } from "@/app/[region]/_components/list-query";
import { PageHeading } from "@/components/layout/page-heading";
import { formatMoment } from "@/lib/domain/china-time";
import { importKindLabel } from "@/lib/labels";
import { requireOfficer } from "@/lib/server/hall/officer-session";
import { longestFile } from "@/lib/server/imports/file-store";
import { previewLines } from "@/lib/server/imports/preview";
import { importView } from "@/lib/server/imports/view";
import { Findings } from "./_components/findings";
import { FollowRun } from "./_components/follow-run";
import { PreviewLines } from "./_components/preview-lines";
import { RunActions } from "./_components/run-actions";
import { RunFacts } from "./_components/run-facts";
import { RunProgress } from "./_components/run-progress";

export const metadata: Metadata = { title: "数据导入" };

type RunPageProps = { params: Promise<{ run: string }>; searchParams: Promise<Query> };

/** One 数据导入: how far it is, what was found, and what comes next. */
export default async function RunPage({ params, searchParams }: RunPageProps) {
  const officer = await requireOfficer("COUNTER", "SUPERVISOR");
  const { run: id } = await params;
  const run = (await importView(id, officer, new Date())) ?? notFound();
  const { page } = readListQuery(await searchParams);
  const preview = await previewLines(run, officer, page);
  const working = run.status === "CHECKING" || run.status === "APPROVED";
  return (
    <>
      <PageHeading title={`数据导入：${importKindLabel(run.kind)}`}>
        {run.requestedBy} {formatMoment(run.createdAt)}新建，{run.reason}
      </PageHeading>
      <RunProgress run={run} />
      {working && <FollowRun id={run.id} />}
      <RunActions run={run} maxBytes={longestFile()} />
      {!working && run.fileNumber > 0 && <RunFacts run={run} />}
      <PreviewLines preview={preview} page={page} lineCount={run.lineCount} />
      {!working && run.findingCount > 0 && <Findings run={run} />}
    </>
  );
}
