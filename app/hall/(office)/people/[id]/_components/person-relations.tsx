import { Badge } from "@/components/ui/badge";
import { EmptyState } from "@/components/ui/empty-state";
import { ResponsiveTable } from "@/components/ui/responsive-table";
import type { RelationStatus, Role } from "@/lib/domain/relation-rules";
import { relationStatusLabel, roleLabel } from "@/lib/labels";
import { RelationButtons } from "../../../_components/relation-buttons";

type Relation = {
  id: string;
  role: Role;
  primary: boolean;
  status: RelationStatus;
  frozen: boolean;
  expired: boolean;
  enterprise: { id: string; name: string };
};

/** The person's relations with enterprises of this bureau. */
export function PersonRelations({
  relations,
  own,
}: {
  relations: readonly Relation[];
  own: boolean;
}) {
  return (
    <section aria-labelledby="relations" className="mt-10">
      <h2 id="relations" className="mb-4 text-lg">
        与本局企业的关联关系
      </h2>
      {relations.length === 0 ? (
        <EmptyState title="没有关联关系">登记或授权后显示在这里。</EmptyState>
      ) : (
        <ResponsiveTable
          caption="与本局企业的关联关系"
          rowKey={(row) => row.id}
          rows={relations}
          columns={[
            { key: "enterprise", header: "企业", cell: (row) => row.enterprise.name },
            { key: "role", header: "身份", cell: (row) => roleLabel(row.role, row.primary) },
            { key: "status", header: "状态", cell: (row) => <RelationState {...row} /> },
            {
              key: "actions",
              header: "操作",
              cell: (row) =>
                own || row.status !== "ACTIVE" || row.role === "LEGAL_REPRESENTATIVE" ? (
                  <span className="text-muted text-sm">{refusalText(row, own)}</span>
                ) : (
                  <RelationButtons
                    id={row.id}
                    subject={`${row.enterprise.name} ${roleLabel(row.role, row.primary)}`}
                    frozen={row.frozen}
                  />
                ),
            },
          ]}
        />
      )}
    </section>
  );
}

function refusalText({ role, status }: Relation, own: boolean): string {
  if (own) return "本人业务，由其他人员办理";
  return role === "LEGAL_REPRESENTATIVE" && status === "ACTIVE"
    ? "通过变更税务登记办理"
    : "尚未生效";
}

function RelationState({ status, frozen, expired }: Relation) {
  if (frozen) return <Badge tone="warning">已冻结</Badge>;
  if (expired) return <Badge>已到期</Badge>;
  return (
    <Badge tone={status === "ACTIVE" ? "success" : "neutral"}>{relationStatusLabel(status)}</Badge>
  );
}
