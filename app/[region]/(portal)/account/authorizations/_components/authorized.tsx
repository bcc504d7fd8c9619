import { EmptyState } from "@/components/ui/empty-state";
import { ResponsiveTable } from "@/components/ui/responsive-table";
import { dayOf } from "@/lib/domain/china-time";
import { type OwnRelation, ownRelations } from "@/lib/server/relations/own";
import type { CurrentSession } from "@/lib/server/session-store";
import { ListSearch } from "../../../_components/list-search";
import { RelationButtons } from "../../_components/relation-buttons";
import { OriginCell, PeriodCell, Reason, RoleCell } from "../../_components/relation-cells";
import { RelationPages } from "../../_components/relation-pages";
import { ownRelationAction } from "../actions";
import { EnterpriseCell } from "./enterprise-cell";
import { OtherIdentities } from "./other-identities";

type AuthorizedProps = { session: CurrentSession; search: string; page: number; now: Date };

/** 已授权企业: relations in force with 「删除」, and the clients and projects the person stands in for (B12 我能代表谁). */
export async function Authorized({ session, search, page, now }: AuthorizedProps) {
  const { personId, region } = session;
  const { rows, total } = await ownRelations("EXISTING", { personId, search, page, now });
  const today = dayOf(now);
  return (
    <>
      {(search || total > rows.length) && (
        <ListSearch label="搜索企业" search={search} className="mb-6 block max-w-xl" />
      )}
      {rows.length > 0 ? (
        <ResponsiveTable
          caption="已授权企业"
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
            { key: "origin", header: "来源", cell: (row) => <OriginCell row={row} /> },
            { key: "action", header: "操作", cell: (row) => <Remove row={row} /> },
          ]}
        />
      ) : (
        <EmptyState title={search ? `没有找到“${search}”` : "还没有已授权的企业"}>
          企业为您授权并经您确认，或企业同意您的申请后，会显示在这里。
        </EmptyState>
      )}
      <RelationPages tab="existing" search={search} page={page} total={total} />
      <OtherIdentities session={session} now={now} />
    </>
  );
}

function Remove({ row }: { row: OwnRelation }) {
  const refusal = row.refusals.REMOVE_OWN;
  if (refusal) return <Reason code={refusal} />;
  return (
    <RelationButtons
      act={ownRelationAction}
      fields={{ relationId: row.id }}
      describedBy={`of-${row.id}`}
      buttons={[
        {
          action: "REMOVE_OWN",
          label: "删除",
          done: `您已解除与${row.enterprise.name}的关联关系`,
          final: true,
          confirm: {
            title: `解除与${row.enterprise.name}的关联关系`,
            consequences: [
              "您立即不能再以该身份为企业办税，正在进行的登录也随之失效；",
              "企业的法定代表人和财务负责人会收到通知；",
              "需要恢复的，须重新申请或由企业重新添加，并经双方确认。",
            ],
            label: "确认删除",
          },
        },
      ]}
    />
  );
}
