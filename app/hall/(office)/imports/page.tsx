import type { Metadata } from "next";
import { PageHeading } from "@/components/layout/page-heading";
import { Alert } from "@/components/ui/alert";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import { ResponsiveTable } from "@/components/ui/responsive-table";
import { formatMoment } from "@/lib/domain/china-time";
import { IMPORT_KINDS } from "@/lib/domain/registry-file";
import { importKindLabel } from "@/lib/labels";
import { messageOf } from "@/lib/messages";
import { requireOfficer } from "@/lib/server/hall/officer-session";
import { listImports } from "@/lib/server/imports/view";
import { BeginImport } from "./_components/begin-import";
import { ExportForm } from "./_components/export-form";
import { ImportState } from "./_components/import-state";

export const metadata: Metadata = { title: "数据导入" };

type ImportsPageProps = { searchParams: Promise<{ problem?: string | string[] }> };

/** 数据导入 and 导出 of what the registry (核心征管) of the officer's bureau knows. */
export default async function ImportsPage({ searchParams }: ImportsPageProps) {
  const officer = await requireOfficer("COUNTER", "SUPERVISOR");
  const { problem } = await searchParams;
  const runs = await listImports(officer);
  return (
    <>
      <PageHeading title="数据导入">
        从核心征管导入企业、人员和关联关系。先逐行校验，另一名主管复核同意后一次生效；有一行错误则全部不生效。
      </PageHeading>
      {typeof problem === "string" && (
        <Alert tone="danger" role="alert" title={messageOf({ code: problem })} className="mb-6" />
      )}
      <section aria-labelledby="templates" className="mb-10">
        <h2 id="templates" className="mb-2 text-lg">
          模板
        </h2>
        <p className="mb-3 text-muted">
          按企业登记信息、人员信息、人企关联关系的顺序导入。UTF-8和GBK编码均可。
        </p>
        <ul className="flex flex-wrap gap-x-6 gap-y-2">
          {IMPORT_KINDS.map((kind) => (
            <li key={kind}>
              <a
                href={`/hall/imports/template/${kind.toLowerCase()}`}
                className="inline-flex min-h-11 items-center text-accent underline"
              >
                下载{importKindLabel(kind)}模板
              </a>
            </li>
          ))}
        </ul>
      </section>
      <section aria-labelledby="begin" className="mb-10">
        <h2 id="begin" className="mb-4 text-lg">
          新建导入
        </h2>
        <BeginImport />
      </section>
      <section aria-labelledby="runs" className="mb-10">
        <h2 id="runs" className="mb-4 text-lg">
          导入记录
        </h2>
        {runs.length > 0 ? (
          <ResponsiveTable
            caption="导入记录"
            rowKey={(row) => row.id}
            rows={runs}
            columns={[
              {
                key: "kind",
                header: "数据种类",
                cell: ({ id, kind }) => (
                  <Link href={`/hall/imports/${id}`} className="text-accent underline">
                    {importKindLabel(kind)}
                  </Link>
                ),
              },
              { key: "at", header: "新建时间", cell: (row) => formatMoment(row.createdAt) },
              { key: "by", header: "经办人", cell: (row) => row.requestedBy },
              { key: "lines", header: "行数", cell: (row) => row.lineCount },
              { key: "reason", header: "办理事由", cell: (row) => row.reason },
              { key: "state", header: "状态", cell: (row) => <ImportState status={row.status} /> },
            ]}
          />
        ) : (
          <EmptyState title="还没有导入过数据">新建导入后，进度和结果显示在这里。</EmptyState>
        )}
      </section>
      {officer.role === "SUPERVISOR" && (
        <section aria-labelledby="export" className="border-line border-t pt-6">
          <h2 id="export" className="mb-2 text-lg">
            导出登记数据
          </h2>
          <p className="mb-4 text-muted">导出本地区的登记数据，含个人信息，请妥善保管。</p>
          <ExportForm />
        </section>
      )}
    </>
  );
}
