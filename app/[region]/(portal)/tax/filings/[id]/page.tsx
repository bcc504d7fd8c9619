import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { requireRegion } from "@/app/[region]/_components/require-region";
import { IdentityProblem } from "@/app/[region]/(portal)/_components/identity-problem";
import { PageHeading } from "@/components/layout/page-heading";
import { buttonClass } from "@/components/ui/button-class";
import { Link } from "@/components/ui/link";
import { filingKindLabel } from "@/lib/labels";
import { filingView } from "@/lib/server/filings/list";
import { requireSession } from "@/lib/server/session";
import { Confirmation } from "./_components/confirmation";
import { PrintButton } from "./_components/print-button";
import { WithdrawFiling } from "./_components/withdraw-filing";

export const metadata: Metadata = { title: "申报确认单" };

type Props = { params: Promise<{ region: string; id: string }> };

/** One filing: its status, its numbers, and what was filed, to be printed. */
export default async function FilingPage({ params }: Props) {
  const region = await requireRegion(params);
  const session = await requireSession(region.slug, "ACTING");
  if (session.problem) {
    return <IdentityProblem region={region} session={session} problem={session.problem} />;
  }
  const { id } = await params;
  const filing = (await filingView(session, id)) ?? notFound();
  return (
    <>
      <PageHeading title={filingKindLabel(filing.kind)} actions={<PrintButton />}>
        {region.bureauName}申报确认单
      </PageHeading>
      <Confirmation filing={filing} region={region} />
      <div className="no-print mt-6 flex flex-wrap gap-3">
        <Link href={`/${region.slug}/tax/filings`} className={buttonClass("primary")}>
          我的申报事项
        </Link>
        <Link href={`/${region.slug}/home`} className={buttonClass("secondary")}>
          返回首页
        </Link>
        {filing.withdrawable && (
          <WithdrawFiling filing={filing.id} identityVersion={session.identityVersion} />
        )}
      </div>
    </>
  );
}
