import { EmptyState } from "@/components/ui/empty-state";
import { ResponsiveTable } from "@/components/ui/responsive-table";
import { relationSourceLabel, roleLabel } from "@/lib/labels";
import { staffRelations } from "@/lib/server/relations/staff";
import { CLEAR_RECORD } from "../../_components/clear-record";
import { RelationButtons } from "../../_components/relation-buttons";
import { endText, PeriodCell } from "../../_components/relation-cells";
import { RelationPages } from "../../_components/relation-pages";
import { staffRelationAction } from "../actions";
import { PersonCell } from "./staff-cells";
import type { StaffViewer } from "./staff-viewer";

type HistoryProps = { viewer: StaffViewer; identityVersion: number; page: number };

/** 历史管理信息 of the enterprise: what has ended, until it is cleared from the enterprise's view. */
export async function History({ viewer, identityVersion, page }: HistoryProps) {
  const { rows, total } = await staffRelations("HISTORY", { ...viewer, search: "", page });
  if (rows.length === 0) {
    return (
      <EmptyState title="没有历史记录">
        已解除、拒绝、撤回或到期的授权会显示在这里。清除记录只是不再显示，系统仍保留。
      </EmptyState>
    );
  }
  return (
    <>
      <ResponsiveTable
        caption="历史管理信息"
        rows={rows}
        rowKey={({ id }) => id}
        columns={[
          { key: "person", header: "姓名", cell: (row) => <PersonCell row={row} /> },
          { key: "role", header: "身份", cell: (row) => roleLabel(row.role, row.primary) },
          { key: "period", header: "有效期", cell: (row) => <PeriodCell row={row} /> },
          { key: "origin", header: "来源", cell: ({ source }) => relationSourceLabel(source) },
          { key: "end", header: "结果", cell: endText },
          {
            key: "action",
            header: "操作",
            cell: (row) => (
              <RelationButtons
                act={staffRelationAction}
                fields={{ relationId: row.id, identityVersion }}
                describedBy={`of-${row.id}`}
                buttons={[CLEAR_RECORD]}
              />
            ),
          },
        ]}
      />
      <RelationPages tab="history" page={page} total={total} />
    </>
  );
}
