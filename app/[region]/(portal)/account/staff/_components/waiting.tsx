import { EmptyState } from "@/components/ui/empty-state";
import { ResponsiveTable } from "@/components/ui/responsive-table";
import { dayOf, formatDay } from "@/lib/domain/china-time";
import { relationSourceLabel } from "@/lib/labels";
import { type StaffRelation, staffRelations } from "@/lib/server/relations/staff";
import { RelationButtons, type RowButton } from "../../_components/relation-buttons";
import { PeriodCell, Reason, RoleCell } from "../../_components/relation-cells";
import { RelationPages } from "../../_components/relation-pages";
import { staffRelationAction } from "../actions";
import { PersonCell } from "./staff-cells";
import type { StaffViewer } from "./staff-viewer";

type WaitingProps = { viewer: StaffViewer; identityVersion: number; page: number };

/** 待确认授权: people's applications (同意, 拒绝), and who was added and has not answered yet (撤回). */
export async function Waiting({ viewer, identityVersion, page }: WaitingProps) {
  const { rows, total } = await staffRelations("WAITING", { ...viewer, search: "", page });
  const today = dayOf(viewer.now);
  if (rows.length === 0) {
    return (
      <EmptyState title="没有待确认的授权">
        办税人员提交的申请在这里同意或拒绝；您添加的人员在其本人确认前也显示在这里，可以撤回。
      </EmptyState>
    );
  }
  return (
    <>
      <ResponsiveTable
        caption="待确认授权"
        rows={rows}
        rowKey={({ id }) => id}
        columns={[
          { key: "person", header: "姓名", cell: (row) => <PersonCell row={row} /> },
          { key: "role", header: "身份", cell: (row) => <RoleCell row={row} today={today} /> },
          { key: "period", header: "有效期", cell: (row) => <PeriodCell row={row} /> },
          {
            key: "origin",
            header: "来源",
            cell: ({ source, createdAt, succeeds }) => (
              <>
                <span className="block">
                  {succeeds ? `接替${succeeds}` : relationSourceLabel(source)}
                </span>
                <span className="block whitespace-nowrap text-muted text-sm">
                  {formatDay(dayOf(createdAt))}
                </span>
              </>
            ),
          },
          {
            key: "action",
            header: "操作",
            cell: (row) => <Decide row={row} identityVersion={identityVersion} />,
          },
        ]}
      />
      <RelationPages tab="waiting" page={page} total={total} />
    </>
  );
}

function Decide({ row, identityVersion }: { row: StaffRelation; identityVersion: number }) {
  const { refusals, person } = row;
  const all: RowButton[] = [
    {
      action: "ACCEPT",
      label: "同意",
      done: `已同意${person.name}的申请，授权立即生效`,
      variant: "primary",
    },
    {
      action: "REJECT",
      label: "拒绝",
      done: `已拒绝${person.name}的申请`,
      confirm: {
        title: `拒绝${person.name}的申请`,
        consequences: ["该人员不会成为本企业的办税人员，并会收到通知。"],
        label: "确认拒绝",
      },
    },
    { action: "WITHDRAW", label: "撤回", done: `已撤回对${person.name}的授权` },
  ];
  const buttons = all.filter(({ action }) => refusals[action as "ACCEPT"] === null);
  if (buttons.length === 0) {
    return <Reason code={refusals.ACCEPT ?? "STILL_WAITING"} />;
  }
  return (
    <RelationButtons
      act={staffRelationAction}
      fields={{ relationId: row.id, identityVersion }}
      describedBy={`of-${row.id}`}
      buttons={buttons}
    />
  );
}
