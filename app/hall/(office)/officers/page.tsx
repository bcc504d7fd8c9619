import type { Metadata } from "next";
import { PageHeading } from "@/components/layout/page-heading";
import { Badge } from "@/components/ui/badge";
import { ResponsiveTable } from "@/components/ui/responsive-table";
import { officerRoleLabel } from "@/lib/labels";
import { requireOfficer } from "@/lib/server/hall/officer-session";
import { listOfficers } from "@/lib/server/hall/officers";
import { AddOfficer } from "./_components/add-officer";
import { OfficerButtons } from "./_components/officer-buttons";

export const metadata: Metadata = { title: "税务人员" };

/** 税务人员 of the supervisor's own bureau. */
export default async function OfficersPage() {
  const officer = await requireOfficer("SUPERVISOR");
  const rows = await listOfficers(officer);
  return (
    <>
      <PageHeading title="税务人员">
        密码由本人通过发送至其手机的链接设置，他人无法查看。
      </PageHeading>
      <ResponsiveTable
        caption="本局税务人员"
        rowKey={(row) => row.id}
        rows={rows}
        columns={[
          { key: "number", header: "工号", cell: (row) => row.employeeNumber },
          { key: "name", header: "姓名", cell: (row) => row.name },
          { key: "role", header: "岗位", cell: (row) => officerRoleLabel(row.role) },
          { key: "phone", header: "手机号码", cell: (row) => row.phone },
          { key: "state", header: "状态", cell: (row) => <OfficerState {...row} /> },
          {
            key: "actions",
            header: "操作",
            cell: (row) =>
              row.id === officer.officerId ? (
                <span className="text-muted text-sm">本人</span>
              ) : (
                <OfficerButtons id={row.id} name={row.name} disabled={row.disabled} />
              ),
          },
        ]}
      />
      <section aria-labelledby="add" className="mt-10 border-line border-t pt-6">
        <h2 id="add" className="mb-4 text-lg">
          添加税务人员
        </h2>
        <AddOfficer />
      </section>
    </>
  );
}

function OfficerState({ disabled, passwordSet }: { disabled: boolean; passwordSet: boolean }) {
  if (disabled) return <Badge>已停用</Badge>;
  return passwordSet ? (
    <Badge tone="success">正常</Badge>
  ) : (
    <Badge tone="warning">待设置密码</Badge>
  );
}
