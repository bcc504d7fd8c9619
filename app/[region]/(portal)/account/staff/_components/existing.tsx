import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { ResponsiveTable } from "@/components/ui/responsive-table";
import { dayOf } from "@/lib/domain/china-time";
import { type StaffRelation, staffRelations } from "@/lib/server/relations/staff";
import { ListSearch } from "../../../_components/list-search";
import { Agents } from "../../_components/agents";
import { RelationButtons, type RowButton } from "../../_components/relation-buttons";
import { OriginCell, PeriodCell, Reason, RoleCell } from "../../_components/relation-cells";
import { RelationPages } from "../../_components/relation-pages";
import { staffRelationAction } from "../actions";
import { PersonCell } from "./staff-cells";
import type { StaffViewer } from "./staff-viewer";

type ExistingProps = {
  viewer: StaffViewer;
  identityVersion: number;
  region: string;
  search: string;
  page: number;
};

/** 现有办税人员 (E2, E5, B12 谁能代表我们): 授权, 冻结, 解冻, 删除, or why a row cannot be changed here. */
export async function Existing({ viewer, identityVersion, region, search, page }: ExistingProps) {
  const { rows, total } = await staffRelations("EXISTING", { ...viewer, search, page });
  const today = dayOf(viewer.now);
  return (
    <>
      {(search || total > rows.length) && (
        <ListSearch label="搜索姓名" search={search} className="mb-6 block max-w-xl" />
      )}
      {rows.length > 0 ? (
        <ResponsiveTable
          caption="现有办税人员"
          rows={rows}
          rowKey={({ id }) => id}
          columns={[
            { key: "person", header: "姓名", cell: (row) => <PersonCell row={row} /> },
            { key: "role", header: "身份", cell: (row) => <RoleCell row={row} today={today} /> },
            { key: "period", header: "有效期", cell: (row) => <PeriodCell row={row} /> },
            { key: "origin", header: "来源", cell: (row) => <OriginCell row={row} /> },
            {
              key: "action",
              header: "操作",
              cell: (row) => <Manage row={row} identityVersion={identityVersion} region={region} />,
            },
          ]}
        />
      ) : (
        <EmptyState title={search ? `没有找到“${search}”` : "还没有办税人员"}>
          添加办税人员并经其本人确认后，会显示在这里。
        </EmptyState>
      )}
      <RelationPages tab="existing" search={search} page={page} total={total} />
      {page === 1 && <Agents region={region} viewer={viewer} search={search} />}
    </>
  );
}

type ManageProps = { row: StaffRelation; identityVersion: number; region: string };

function Manage({ row, identityVersion, region }: ManageProps) {
  const { id, refusals, person } = row;
  const { name } = person;
  const all: RowButton[] = [
    {
      action: "FREEZE",
      label: "冻结",
      done: `已冻结${name}`,
      confirm: {
        title: `冻结${name}`,
        consequences: [
          "解冻前，该人员不能以该身份登录和办理业务，正在进行的登录立即受限；",
          "授权和功能权限保留，可以随时解冻。",
        ],
        label: "确认冻结",
      },
    },
    {
      action: "UNFREEZE",
      label: "解冻",
      done: `已解冻${name}`,
      confirm: {
        title: `解冻${name}`,
        consequences: ["该人员立即恢复原来的身份和功能权限。"],
        label: "确认解冻",
      },
    },
    {
      action: "REMOVE",
      label: "删除",
      done: `已删除${name}，记录保留在历史管理信息中`,
      final: true,
      confirm: {
        title: `删除${name}`,
        consequences: [
          "该人员与本企业的关联关系立即解除，正在进行的登录随之失效；",
          "需要恢复的，须重新添加并由其本人确认；",
          "由他人接手的，请先在“授权”中办理交接，权限可以一并转给接替人。",
        ],
        label: "确认删除",
      },
    },
  ];
  const buttons = all.filter(({ action }) => refusals[action as "REMOVE"] === null);
  if (buttons.length === 0 && refusals.REMOVE) return <Reason code={refusals.REMOVE} />;
  return (
    <RelationButtons
      act={staffRelationAction}
      fields={{ relationId: id, identityVersion }}
      describedBy={`of-${id}`}
      buttons={buttons}
    >
      {refusals.GRANT === null && (
        <form action={`/${region}/account/staff/${id}`}>
          <Button type="submit" variant="secondary" aria-describedby={`of-${id}`}>
            授权
          </Button>
        </form>
      )}
    </RelationButtons>
  );
}
