import { DescriptionList } from "@/components/ui/description-list";
import { formatMoment } from "@/lib/domain/china-time";
import type { RunView } from "./run-view";

/** What the file would do, or has done. */
export function RunFacts({ run }: { run: RunView }) {
  const items = [
    { name: "行数", value: run.lineCount },
    { name: "有错误的行", value: run.errorCount },
    { name: "新增", value: run.newCount },
    { name: "已有，更新", value: run.knownCount },
    { name: "重复，不导入", value: run.skippedCount },
    ...(run.kind === "PEOPLE" ? [{ name: "移动电话置空", value: `${run.blankedCount}人` }] : []),
    ...(run.approvedBy ? [{ name: "复核人", value: run.approvedBy }] : []),
    ...(run.finishedAt ? [{ name: "办结时间", value: formatMoment(run.finishedAt) }] : []),
  ];
  return (
    <section aria-labelledby="facts" className="mb-8">
      <h2 id="facts" className="mb-2 text-lg">
        {run.status === "APPLIED" ? "导入结果" : "预览"}
      </h2>
      <DescriptionList items={items} />
    </section>
  );
}
