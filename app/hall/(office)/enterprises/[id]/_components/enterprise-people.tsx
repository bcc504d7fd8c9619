import { Badge } from "@/components/ui/badge";
import { EmptyState } from "@/components/ui/empty-state";
import { ResponsiveTable } from "@/components/ui/responsive-table";
import type { RelationStatus, Role } from "@/lib/domain/relation-rules";
import { relationSourceLabel, relationStatusLabel, roleLabel } from "@/lib/labels";
import { RelationButtons } from "../../../_components/relation-buttons";

type Person = {
  id: string;
  name: string;
  role: Role;
  primary: boolean;
  status: RelationStatus;
  source: Parameters<typeof relationSourceLabel>[0];
  frozen: boolean;
};

/** The people of an enterprise, and what the counter may do about their relations. */
export function EnterprisePeople({ people, own }: { people: readonly Person[]; own: boolean }) {
  return (
    <section aria-labelledby="people" className="mt-10">
      <h2 id="people" className="mb-4 text-lg">
        关联人员
      </h2>
      {people.length === 0 ? (
        <EmptyState title="没有关联人员">登记或授权的人员显示在这里。</EmptyState>
      ) : (
        <ResponsiveTable
          caption="关联人员"
          rowKey={(row) => row.id}
          rows={people}
          columns={[
            { key: "name", header: "姓名", cell: (row) => row.name },
            { key: "role", header: "身份", cell: (row) => roleLabel(row.role, row.primary) },
            { key: "source", header: "来源", cell: (row) => relationSourceLabel(row.source) },
            {
              key: "status",
              header: "状态",
              cell: (row) =>
                row.frozen ? (
                  <Badge tone="warning">已冻结</Badge>
                ) : (
                  <Badge tone={row.status === "ACTIVE" ? "success" : "neutral"}>
                    {relationStatusLabel(row.status)}
                  </Badge>
                ),
            },
            {
              key: "actions",
              header: "操作",
              cell: (row) =>
                own || row.status !== "ACTIVE" || row.role === "LEGAL_REPRESENTATIVE" ? (
                  <span className="text-muted text-sm">
                    {row.role === "LEGAL_REPRESENTATIVE" ? "登记新的法定代表人时变更" : "—"}
                  </span>
                ) : (
                  <RelationButtons
                    id={row.id}
                    subject={`${row.name} ${roleLabel(row.role, row.primary)}`}
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
