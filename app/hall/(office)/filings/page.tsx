import type { Metadata } from "next";
import { type Query, readListQuery } from "@/app/[region]/_components/list-query";
import { PageHeading } from "@/components/layout/page-heading";
import { buttonClass } from "@/components/ui/button-class";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import { Pagination } from "@/components/ui/pagination";
import { ResponsiveTable } from "@/components/ui/responsive-table";
import { formatMoment } from "@/lib/domain/china-time";
import { filingKindLabel } from "@/lib/labels";
import { listFilingsAtCounter } from "@/lib/server/hall/filings";
import { requireOfficer } from "@/lib/server/hall/officer-session";
import { OPTIONS_ON_ONE_PAGE } from "@/lib/server/identities/paging";

export const metadata: Metadata = { title: "事项审批" };

type Props = { searchParams: Promise<Query> };

/** What enterprises filed: waiting for the hall, or in force and voidable. */
export default async function FilingsPage({ searchParams }: Props) {
  const officer = await requireOfficer("COUNTER", "SUPERVISOR");
  const query = await searchParams;
  const { page } = readListQuery(query);
  const tab = query.tab === "agency" ? "VOIDABLE" : "PENDING";
  const { filings, total } = await listFilingsAtCounter(officer, tab, page);
  const tabs = [
    { key: "PENDING", href: "/hall/filings", label: "待审核" },
    { key: "VOIDABLE", href: "/hall/filings?tab=agency", label: "涉税专业服务机构报送" },
  ];
  return (
    <>
      <PageHeading title="事项审批">
        审核企业报送的事项；涉税专业服务机构报送的事项即时生效，可以作废。
      </PageHeading>
      <nav aria-label="事项" className="mb-6 flex flex-wrap gap-3">
        {tabs.map(({ key, href, label }) => (
          <Link
            key={key}
            href={href}
            aria-current={key === tab ? "page" : undefined}
            className={buttonClass(key === tab ? "primary" : "secondary")}
          >
            {label}
          </Link>
        ))}
      </nav>
      {filings.length === 0 ? (
        <EmptyState title="没有事项">企业报送后显示在这里。</EmptyState>
      ) : (
        <ResponsiveTable
          caption="申报事项"
          rowKey={(row) => row.id}
          rows={filings}
          columns={[
            {
              key: "number",
              header: "受理编号",
              cell: (row) => (
                <Link href={`/hall/filings/${row.id}`} className="link">
                  {row.number}
                </Link>
              ),
            },
            { key: "kind", header: "事项", cell: (row) => filingKindLabel(row.kind) },
            { key: "enterprise", header: "企业", cell: (row) => row.enterprise.name },
            {
              key: "at",
              header: "报送时间",
              cell: (row) => (row.submittedAt ? formatMoment(row.submittedAt) : ""),
            },
          ]}
        />
      )}
      <div className="mt-4">
        <Pagination
          page={page}
          pages={Math.ceil(total / OPTIONS_ON_ONE_PAGE)}
          hrefOf={(to) => `?${tab === "VOIDABLE" ? "tab=agency&" : ""}page=${to}`}
        />
      </div>
    </>
  );
}
