import { EmptyState } from "@/components/ui/empty-state";
import { ResponsiveTable } from "@/components/ui/responsive-table";
import { relationSourceLabel, roleLabel } from "@/lib/labels";
import { ownRelations } from "@/lib/server/relations/own";
import type { CurrentSession } from "@/lib/server/session-store";
import { CLEAR_RECORD } from "../../_components/clear-record";
import { RelationButtons } from "../../_components/relation-buttons";
import { endText, PeriodCell } from "../../_components/relation-cells";
import { RelationPages } from "../../_components/relation-pages";
import { ownRelationAction } from "../actions";
import { EnterpriseCell } from "./enterprise-cell";

type HistoryProps = { session: CurrentSession; page: number; now: Date };

/** 历史管理信息: what has ended, until the person clears it from their own view (西藏 二(三)5). */
export async function History({ session, page, now }: HistoryProps) {
  const { personId, region } = session;
  const { rows, total } = await ownRelations("HISTORY", { personId, search: "", page, now });
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
          {
            key: "enterprise",
            header: "企业",
            cell: (row) => <EnterpriseCell row={row} region={region} />,
          },
          { key: "role", header: "身份", cell: (row) => roleLabel(row.role, row.primary) },
          { key: "period", header: "有效期", cell: (row) => <PeriodCell row={row} /> },
          { key: "origin", header: "来源", cell: ({ source }) => relationSourceLabel(source) },
          { key: "end", header: "结果", cell: endText },
          {
            key: "action",
            header: "操作",
            cell: (row) => (
              <RelationButtons
                act={ownRelationAction}
                fields={{ relationId: row.id }}
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
