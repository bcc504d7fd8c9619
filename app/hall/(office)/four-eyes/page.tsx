import type { Metadata } from "next";
import { PageHeading } from "@/components/layout/page-heading";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import { ResponsiveTable } from "@/components/ui/responsive-table";
import { formatMoment } from "@/lib/domain/china-time";
import { fourEyesKindLabel, fourEyesStatusLabel } from "@/lib/labels";
import { listFourEyes } from "@/lib/server/hall/four-eyes";
import { requireOfficer } from "@/lib/server/hall/officer-session";
import { FourEyesButtons } from "./_components/four-eyes-buttons";

export const metadata: Metadata = { title: "复核" };

/** 复核: what takes two officers, asked for by one and decided by a supervisor who is another. */
export default async function FourEyesPage() {
  const officer = await requireOfficer("COUNTER", "SUPERVISOR");
  const { waiting, decided } = await listFourEyes(officer, new Date());
  const columns = [
    { key: "kind", header: "事项", cell: (row: Row) => fourEyesKindLabel(row.kind) },
    { key: "subject", header: "对象", cell: subjectOf },
    { key: "by", header: "申请人", cell: (row: Row) => row.requestedBy },
    { key: "at", header: "申请时间", cell: (row: Row) => formatMoment(row.requestedAt) },
    { key: "reason", header: "办理事由", cell: (row: Row) => row.reason },
  ];
  return (
    <>
      <PageHeading title="复核">须由两名税务人员办理的业务：一人申请，另一名主管复核。</PageHeading>
      <section aria-labelledby="waiting">
        <h2 id="waiting" className="mb-4 text-lg">
          待复核
        </h2>
        {waiting.length > 0 ? (
          <ResponsiveTable
            caption="待复核的申请"
            rowKey={(row) => row.id}
            rows={waiting}
            columns={[
              ...columns,
              {
                key: "actions",
                header: "操作",
                cell: (row) => (
                  <FourEyesButtons
                    id={row.id}
                    what={fourEyesKindLabel(row.kind)}
                    own={row.own}
                    decides={officer.role === "SUPERVISOR"}
                  />
                ),
              },
            ]}
          />
        ) : (
          <EmptyState title="没有待复核的申请">
            法定代表人账户解锁、数据导入、增加主管提交后显示在这里。
          </EmptyState>
        )}
      </section>
      {decided.length > 0 && (
        <section aria-labelledby="decided" className="mt-10">
          <h2 id="decided" className="mb-4 text-lg">
            已办结
          </h2>
          <ResponsiveTable
            caption="已办结的申请"
            rowKey={(row) => row.id}
            rows={decided}
            columns={[
              ...columns,
              {
                key: "status",
                header: "结果",
                cell: (row) =>
                  [fourEyesStatusLabel(row.status), row.decidedBy].filter(Boolean).join(" "),
              },
            ]}
          />
        </section>
      )}
    </>
  );
}

/** A supervisor looks at what a file would do before agreeing to it. */
function subjectOf({ subjectKind, subjectId, subject }: Row) {
  if (subjectKind !== "Import") return subject;
  return (
    <Link href={`/hall/imports/${subjectId}`} className="text-accent underline">
      {subject}
    </Link>
  );
}

type Row = Awaited<ReturnType<typeof listFourEyes>>["waiting"][number];
