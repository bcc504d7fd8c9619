import { Alert } from "@/components/ui/alert";
import type { RunView } from "./run-view";

/** How far a run is: a bar while it works, afterwards what became of it. */
export function RunProgress({ run }: { run: RunView }) {
  if (run.status === "CHECKING") {
    const percent = run.fileBytes > 0 ? Math.floor((run.readBytes / run.fileBytes) * 100) : 0;
    return (
      <Bar
        label="校验进度"
        value={percent}
        text={percent < 100 ? `已校验${run.lineCount}行（${percent}%）` : "正在与已有数据核对"}
      />
    );
  }
  if (run.status === "APPROVED") return <Bar label="生效进度" text="正在生效，请稍候" />;
  const said = SAYINGS[run.waiting ? "WAITING" : run.status];
  return (
    <Alert tone={said.tone} role="status" title={said.title} className="mb-6">
      {said.text}
    </Alert>
  );
}

const SAYINGS = {
  WAITING_FILE: { tone: "info", title: "请上传文件", text: "上传后逐行校验，不会立即生效。" },
  INVALID: {
    tone: "danger",
    title: "文件有错误，没有导入任何数据",
    text: "请按下面的行号修改文件后重新上传。",
  },
  READY: {
    tone: "success",
    title: "校验通过，尚未生效",
    text: "请核对下面的数量，提交另一名主管复核。",
  },
  WAITING: {
    tone: "warning",
    title: "等待复核",
    text: "另一名主管在“复核”中同意后生效；需要修改的，先在“复核”中撤回。",
  },
  APPLIED: { tone: "success", title: "已全部生效", text: "暂存的数据已删除，报告继续保留。" },
  CANCELLED: { tone: "info", title: "已放弃", text: "暂存的数据已删除，没有导入任何数据。" },
} as const;

type BarProps = { label: string; text: string; value?: number };

function Bar({ label, text, value }: BarProps) {
  return (
    <div className="mb-6 grid gap-2">
      <progress aria-label={label} value={value} max={100} className="h-3 w-full accent-accent" />
      <p role="status">{text}</p>
      <p className="text-muted text-sm">可以离开本页，稍后从“导入记录”返回；中断后会自动继续。</p>
    </div>
  );
}
