import type { Metadata } from "next";
import type { Query } from "@/app/[region]/_components/list-query";
import { PageHeading } from "@/components/layout/page-heading";
import { Alert } from "@/components/ui/alert";
import { buttonClass } from "@/components/ui/button-class";
import { Link } from "@/components/ui/link";
import { addDays, dayOf } from "@/lib/domain/china-time";
import { auditPage } from "@/lib/server/audit-trail/pages";
import { readSearch } from "@/lib/server/audit-trail/search";
import { requireOfficer } from "@/lib/server/hall/officer-session";
import { ExportForm } from "./_components/export-form";
import { SearchForm } from "./_components/search-form";
import { TrailTable } from "./_components/trail-table";
import { VerifyTrail } from "./_components/verify-trail";

export const metadata: Metadata = { title: "审计日志" };

/** Days before today a search begins with unless the officer says otherwise. */
const DAYS_BACK = 30;

/** 审计日志 (T1): search with a reason, verify the chain, export. */
export default async function AuditPage({ searchParams }: { searchParams: Promise<Query> }) {
  const officer = await requireOfficer("SUPERVISOR", "AUDITOR");
  const now = new Date();
  const { search: given, before } = await searchParams;
  const search = wholeNumber(given);
  const filter = search === null ? null : await readSearch(search, { officer, now });
  const page = filter && (await auditPage(filter, officer, wholeNumber(before)));
  const form = <SearchForm from={addDays(dayOf(now), -DAYS_BACK)} />;
  return (
    <>
      <PageHeading title="审计日志">
        查询、校验和导出都会记入审计日志；被查询的自然人可在本人的记录中看到。
      </PageHeading>
      {search !== null && !filter && (
        <Alert tone="warning" className="mb-6" title="查询已失效，请重新查询" />
      )}
      {page && search !== null ? (
        <>
          <TrailTable lines={page.lines} />
          <nav aria-label="分页" className="mt-4 flex flex-wrap justify-between gap-3">
            {before ? <PageLink search={search}>回到最新</PageLink> : <span />}
            {page.next !== null && (
              <PageLink search={search} before={page.next}>
                更早的记录
              </PageLink>
            )}
          </nav>
          <Section title="导出查询结果">
            <ExportForm search={search} />
          </Section>
          <Section title="重新查询">{form}</Section>
        </>
      ) : (
        <section aria-label="查询">{form}</section>
      )}
      <Section title="校验审计日志">
        <p className="mb-4 max-w-prose text-muted">
          逐条核对全部审计日志的哈希链，发现任何改动、删除、调换或截断。
        </p>
        <VerifyTrail />
      </Section>
    </>
  );
}

function Section({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <section aria-label={title} className="mt-10 border-line border-t pt-6">
      <h2 className="mb-4 text-lg">{title}</h2>
      {children}
    </section>
  );
}

function PageLink(props: { search: number; before?: number; children: string }) {
  const { search, before, children } = props;
  const older = before === undefined ? "" : `&before=${before}`;
  return (
    <Link href={`/hall/audit?search=${search}${older}`} className={buttonClass("secondary")}>
      {children}
    </Link>
  );
}

function wholeNumber(text: Query[string]): number | null {
  return typeof text === "string" && /^\d{1,9}$/.test(text) ? Number(text) : null;
}
