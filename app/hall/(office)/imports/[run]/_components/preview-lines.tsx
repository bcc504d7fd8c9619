import { Badge } from "@/components/ui/badge";
import { Pagination } from "@/components/ui/pagination";
import { ResponsiveTable } from "@/components/ui/responsive-table";
import { type LineEffect, PREVIEWED_LINES, type previewLines } from "@/lib/server/imports/preview";

type PreviewLinesProps = {
  preview: Awaited<ReturnType<typeof previewLines>>;
  page: number;
  lineCount: number;
};

/** What the file holds, line by line, before it takes effect: people by masked names and numbers. */
export function PreviewLines({ preview: { titles, lines }, page, lineCount }: PreviewLinesProps) {
  if (lines.length === 0) return null;
  type Line = (typeof lines)[number];
  return (
    <section aria-labelledby="lines" className="mb-8">
      <h2 id="lines" className="mb-2 text-lg">
        文件内容
      </h2>
      <p className="mb-3 text-muted text-sm">姓名、证件号码和电话只显示一部分。</p>
      <ResponsiveTable
        caption="文件内容"
        rowKey={(row) => String(row.line)}
        rows={lines}
        columns={[
          { key: "line", header: "行号", cell: (row: Line) => String(row.line) },
          { key: "effect", header: "结果", cell: (row: Line) => <Effect of={row.effect} /> },
          ...titles.map((title, at) => ({
            key: title,
            header: title,
            cell: (row: Line) => row.cells[at] || "—",
          })),
        ]}
      />
      <div className="mt-4">
        <Pagination
          page={page}
          pages={Math.ceil(lineCount / PREVIEWED_LINES)}
          hrefOf={(to) => `?page=${to}`}
        />
      </div>
    </section>
  );
}

function Effect({ of }: { of: LineEffect }) {
  if (of === "NEW") return <Badge tone="success">新增</Badge>;
  if (of === "KNOWN") return <Badge tone="neutral">已有，更新</Badge>;
  return <Badge tone="warning">重复，不导入</Badge>;
}
