import { EmptyState } from "@/components/ui/empty-state";
import { ResponsiveTable } from "@/components/ui/responsive-table";
import { dayOf, formatDay } from "@/lib/domain/china-time";
import { relationSourceLabel } from "@/lib/labels";
import { type OwnRelation, ownRelations } from "@/lib/server/relations/own";
import type { CurrentSession } from "@/lib/server/session-store";
import { RelationButtons, type RowButton } from "../../_components/relation-buttons";
import { PeriodCell, Reason, RoleCell } from "../../_components/relation-cells";
import { RelationPages } from "../../_components/relation-pages";
import { ownRelationAction } from "../actions";
import { EnterpriseCell } from "./enterprise-cell";

type WaitingProps = { session: CurrentSession; page: number; now: Date };

/** 待确认授权: what enterprises have offered (确认, 拒绝), and the person's own applications (撤回). */
export async function Waiting({ session, page, now }: WaitingProps) {
  const { personId, region } = session;
  const { rows, total } = await ownRelations("WAITING", { personId, search: "", page, now });
  const today = dayOf(now);
  if (rows.length === 0) {
    return (
      <EmptyState title="没有待确认的授权">
        企业添加您为办税人员后，在这里确认或拒绝；您提交的申请在企业确认前也显示在这里，可以撤回。
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
          {
            key: "enterprise",
            header: "企业",
            cell: (row) => <EnterpriseCell row={row} region={region} />,
          },
          { key: "role", header: "身份", cell: (row) => <RoleCell row={row} today={today} /> },
          { key: "period", header: "有效期", cell: (row) => <PeriodCell row={row} /> },
          {
            key: "origin",
            header: "来源",
            cell: ({ source, createdAt }) => (
              <>
                <span className="block">{relationSourceLabel(source)}</span>
                <span className="block whitespace-nowrap text-muted text-sm">
                  {formatDay(dayOf(createdAt))}
                </span>
              </>
            ),
          },
          { key: "action", header: "操作", cell: (row) => <Decide row={row} /> },
        ]}
      />
      <RelationPages tab="waiting" page={page} total={total} />
    </>
  );
}

function Decide({ row }: { row: OwnRelation }) {
  const { refusals, enterprise } = row;
  const offered: RowButton[] = [
    {
      action: "ACCEPT",
      label: "确认",
      done: `已确认${enterprise.name}的授权，可以从企业业务入口登录`,
      variant: "primary",
    },
    {
      action: "REJECT",
      label: "拒绝",
      done: `已拒绝${enterprise.name}的授权`,
      confirm: {
        title: `拒绝${enterprise.name}的授权`,
        consequences: ["您不会成为该企业的办税人员；", "企业会收到通知，之后仍可以再次添加您。"],
        label: "确认拒绝",
      },
    },
    {
      action: "WITHDRAW",
      label: "撤回",
      done: `已撤回对${enterprise.name}的申请，记录保留在历史管理信息中`,
    },
  ];
  const buttons = offered.filter(({ action }) => refusals[action as "ACCEPT"] === null);
  const cannotRefuse = refusals.REJECT === "FINANCE_MANAGER_CANNOT_REFUSE";
  return (
    <>
      {buttons.length > 0 && (
        <RelationButtons
          act={ownRelationAction}
          fields={{ relationId: row.id }}
          describedBy={`of-${row.id}`}
          buttons={buttons}
        />
      )}
      {cannotRefuse && <Reason code="FINANCE_MANAGER_CANNOT_REFUSE" />}
      {buttons.length === 0 && refusals.ACCEPT && <Reason code={refusals.ACCEPT} />}
    </>
  );
}
