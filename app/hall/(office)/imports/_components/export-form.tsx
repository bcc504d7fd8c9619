import { buttonClass } from "@/components/ui/button-class";
import { Input } from "@/components/ui/input";
import { Label } from "@/components/ui/label";
import { Select } from "@/components/ui/select";
import { IMPORT_KIND_CHOICES } from "@/lib/labels";

/** 「导出」 by an ordinary form: its answer is the file, as it is read. */
export function ExportForm() {
  return (
    <form
      action="/hall/imports/export"
      method="post"
      encType="multipart/form-data"
      aria-label="导出登记数据"
      className="grid max-w-110 gap-4"
    >
      <div className="grid gap-1">
        <Label htmlFor="export-kind">导出内容</Label>
        <Select id="export-kind" name="kind" required defaultValue="">
          <option value="" disabled>
            请选择
          </option>
          {IMPORT_KIND_CHOICES.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </Select>
      </div>
      <div className="grid gap-1">
        <Label htmlFor="export-reason">导出事由</Label>
        <Input id="export-reason" name="reason" required minLength={4} maxLength={200} />
        <p className="text-muted text-sm">会写入审计日志，请勿填写个人信息</p>
      </div>
      <button type="submit" className={buttonClass("secondary", "justify-self-start")}>
        导出
      </button>
    </form>
  );
}
