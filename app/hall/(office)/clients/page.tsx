import type { Metadata } from "next";
import { PageHeading } from "@/components/layout/page-heading";
import { buttonClass } from "@/components/ui/button-class";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import { ResponsiveTable } from "@/components/ui/responsive-table";
import { businessSystemLabel, clientKindLabel } from "@/lib/messages/hall-labels";
import { requireOfficer } from "@/lib/server/hall/officer-session";
import { listClients } from "@/lib/server/oidc/manage-clients";
import { ClientState } from "./_components/client-state";

export const metadata: Metadata = { title: "业务系统" };

/** Business systems that sign people in through this portal (单点登录), of the supervisor's own bureau. */
export default async function ClientsPage() {
  const rows = await listClients(await requireOfficer("SUPERVISOR"));
  const add = (
    <Link href="/hall/clients/new" className={buttonClass("primary")}>
      登记客户端
    </Link>
  );
  return (
    <>
      <PageHeading title="业务系统" actions={add}>
        登记后，本局纳税人登录一次即可进入该系统，不必再次输入密码。
      </PageHeading>
      {rows.length === 0 ? (
        <EmptyState title="还没有登记客户端">
          业务系统在这里登记后，首页的功能会直接打开该系统并完成登录。
        </EmptyState>
      ) : (
        <ResponsiveTable
          caption="本局登记的业务系统客户端"
          rowKey={({ id }) => id}
          rows={rows}
          columns={[
            {
              key: "name",
              header: "名称",
              cell: ({ id, name }) => (
                <>
                  <Link href={`/hall/clients/${id}`} className="link">
                    {name}
                  </Link>
                  <span className="block break-all font-mono text-muted text-sm">{id}</span>
                </>
              ),
            },
            {
              key: "system",
              header: "办理的业务",
              cell: (row) => businessSystemLabel(row.businessSystem),
            },
            { key: "kind", header: "类别", cell: (row) => clientKindLabel(row.kind) },
            { key: "functions", header: "功能", cell: (row) => `${row.functionCount}项` },
            { key: "state", header: "状态", cell: (row) => <ClientState {...row} /> },
          ]}
        />
      )}
    </>
  );
}
