import type { Metadata } from "next";
import { type Query, readListQuery } from "@/app/[region]/_components/list-query";
import { PageHeading } from "@/components/layout/page-heading";
import { EmptyState } from "@/components/ui/empty-state";
import { Pagination } from "@/components/ui/pagination";
import { ResponsiveTable } from "@/components/ui/responsive-table";
import { groupCreditCode } from "@/lib/domain/credit-code";
import { listUnconfirmed } from "@/lib/server/hall/confirmation";
import { requireOfficer } from "@/lib/server/hall/officer-session";
import { OPTIONS_ON_ONE_PAGE } from "@/lib/server/identities/paging";
import { ConfirmButton } from "./_components/confirm-button";

export const metadata: Metadata = { title: "信息确认" };

type Props = { searchParams: Promise<Query> };

/** 信息确认 at the counter of enterprises that wait for it (E6). */
export default async function ConfirmationPage({ searchParams }: Props) {
  const officer = await requireOfficer("COUNTER", "SUPERVISOR");
  const { page } = readListQuery(await searchParams);
  const { rows, total } = await listUnconfirmed(officer, page);
  return (
    <>
      <PageHeading title="信息确认">
        法定代表人到场核对登记信息后确认，与其在电子税务局办理新办纳税人套餐效果相同。
      </PageHeading>
      {rows.length === 0 ? (
        <EmptyState title="没有待确认的企业">新登记的企业显示在这里。</EmptyState>
      ) : (
        <ResponsiveTable
          caption="待确认的企业"
          rowKey={(row) => row.id}
          rows={rows}
          columns={[
            { key: "name", header: "企业", cell: (row) => row.name },
            {
              key: "code",
              header: "纳税人识别号",
              cell: (row) => groupCreditCode(row.creditCode),
            },
            {
              key: "legal",
              header: "法定代表人",
              cell: (row) => row.legalRepresentative ?? "没有登记",
            },
            {
              key: "actions",
              header: "操作",
              cell: (row) => <ConfirmButton id={row.id} name={row.name} />,
            },
          ]}
        />
      )}
      <div className="mt-4">
        <Pagination
          page={page}
          pages={Math.ceil(total / OPTIONS_ON_ONE_PAGE)}
          hrefOf={(to) => `?page=${to}`}
        />
      </div>
    </>
  );
}
