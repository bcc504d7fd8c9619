import type { Metadata } from "next";
import { type Query, readListQuery } from "@/app/[region]/_components/list-query";
import { requireRegion } from "@/app/[region]/_components/require-region";
import { IdentityProblem } from "@/app/[region]/(portal)/_components/identity-problem";
import { PageHeading } from "@/components/layout/page-heading";
import { EmptyState } from "@/components/ui/empty-state";
import { listFilings } from "@/lib/server/filings/list";
import { requireSession } from "@/lib/server/session";
import { ListPages } from "../_components/list-pages";
import { FilingTable } from "./_components/filing-table";

export const metadata: Metadata = { title: "我的申报事项" };

type Props = { params: Promise<{ region: string }>; searchParams: Promise<Query> };

/** 我的申报事项: what the acting identity has filed or begun, with its status. */
export default async function FilingsPage({ params, searchParams }: Props) {
  const region = await requireRegion(params);
  const session = await requireSession(region.slug, "ACTING");
  if (session.problem) {
    return <IdentityProblem region={region} session={session} problem={session.problem} />;
  }
  const { page } = readListQuery(await searchParams);
  const { filings, total } = await listFilings(session, page);
  return (
    <>
      <PageHeading title="我的申报事项">草稿、已提交的表单和它们的办理状态。</PageHeading>
      {filings.length === 0 ? (
        <EmptyState title="没有申报事项">
          提交跨区域报告、协议采集表等表单，或保存草稿后，会显示在这里。
        </EmptyState>
      ) : (
        <FilingTable
          region={region.slug}
          filings={filings}
          identityVersion={session.identityVersion}
        />
      )}
      <ListPages page={page} total={total} />
    </>
  );
}
