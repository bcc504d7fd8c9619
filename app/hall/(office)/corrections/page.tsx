import type { Metadata } from "next";
import { type Query, readListQuery } from "@/app/[region]/_components/list-query";
import { PageHeading } from "@/components/layout/page-heading";
import { buttonClass } from "@/components/ui/button-class";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import { Pagination } from "@/components/ui/pagination";
import { ResponsiveTable } from "@/components/ui/responsive-table";
import { formatMoment } from "@/lib/domain/china-time";
import { correctionKindLabel, correctionStatusLabel } from "@/lib/labels";
import { listCorrections } from "@/lib/server/hall/corrections";
import { requireOfficer } from "@/lib/server/hall/officer-session";
import { OPTIONS_ON_ONE_PAGE } from "@/lib/server/identities/paging";
import { OpenCorrection } from "./_components/correction-buttons";

export const metadata: Metadata = { title: "更正申请" };

type Props = { searchParams: Promise<Query> };

/** 更正申请 of the bureau: what people say is wrong of their own data. */
export default async function CorrectionsPage({ searchParams }: Props) {
  const officer = await requireOfficer("COUNTER", "SUPERVISOR");
  const query = await searchParams;
  const { page } = readListQuery(query);
  const tab = query.tab === "over" ? "OVER" : "PENDING";
  const { rows, total } = await listCorrections(officer, tab, page);
  const tabs = [
    { key: "PENDING", href: "/hall/corrections", label: "待办理" },
    { key: "OVER", href: "/hall/corrections?tab=over", label: "已办结" },
  ];
  return (
    <>
      <PageHeading title="更正申请">
        自然人对本人信息提出的更正申请，核实后在15个工作日内答复。
      </PageHeading>
      <nav aria-label="更正申请" className="mb-6 flex flex-wrap gap-3">
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
      {rows.length === 0 ? (
        <EmptyState title="没有更正申请">自然人在账户中心提交后显示在这里。</EmptyState>
      ) : (
        <ResponsiveTable
          caption="更正申请"
          rowKey={(row) => row.id}
          rows={rows}
          columns={[
            { key: "kind", header: "更正内容", cell: (row) => correctionKindLabel(row.kind) },
            { key: "name", header: "申请人", cell: (row) => row.name },
            { key: "at", header: "申请时间", cell: (row) => formatMoment(row.requestedAt) },
            tab === "PENDING"
              ? {
                  key: "action",
                  header: "操作",
                  cell: (row) => (
                    <OpenCorrection
                      id={row.id}
                      subject={`${row.name} ${correctionKindLabel(row.kind)}`}
                    />
                  ),
                }
              : {
                  key: "status",
                  header: "结果",
                  cell: (row) => `${correctionStatusLabel(row.status)}：${row.answer ?? ""}`,
                },
          ]}
        />
      )}
      <div className="mt-4">
        <Pagination
          page={page}
          pages={Math.ceil(total / OPTIONS_ON_ONE_PAGE)}
          hrefOf={(to) => `?${tab === "OVER" ? "tab=over&" : ""}page=${to}`}
        />
      </div>
    </>
  );
}
