import { Badge } from "@/components/ui/badge";
import { buttonClass } from "@/components/ui/button-class";
import { ResponsiveTable } from "@/components/ui/responsive-table";
import type { RunView } from "./run-view";

/** The first lines something was found of, and the whole report to download. */
export function Findings({ run }: { run: RunView }) {
  const { id, findings, findingCount } = run;
  return (
    <section aria-labelledby="findings">
      <div className="mb-4 flex flex-wrap items-center justify-between gap-3">
        <h2 id="findings" className="text-lg">
          错误和提示（{findingCount}条）
        </h2>
        <a href={`/hall/imports/${id}/findings`} className={buttonClass("secondary")}>
          下载错误报告
        </a>
      </div>
      {findings.length < findingCount && (
        <p className="mb-3 text-muted">以下为前{findings.length}条，其余请见错误报告。</p>
      )}
      <ResponsiveTable
        caption="错误和提示"
        rowKey={(row) => row.key}
        rows={findings}
        columns={[
          { key: "line", header: "行号", cell: (row) => row.line },
          { key: "column", header: "列", cell: (row) => row.column || "整行" },
          {
            key: "severity",
            header: "级别",
            cell: (row) =>
              row.severity === "ERROR" ? (
                <Badge tone="danger">错误</Badge>
              ) : (
                <Badge tone="warning">提示</Badge>
              ),
          },
          { key: "text", header: "说明", cell: (row) => row.text },
        ]}
      />
    </section>
  );
}
