import { t } from "@/components/texts/request-texts";
import { Button } from "@/components/ui/button";
import { buttonClass } from "@/components/ui/button-class";
import { Input } from "@/components/ui/input";
import { Label } from "@/components/ui/label";
import type { HistoryDays } from "@/lib/server/history/history";
import { historyQuery } from "./history-query";

type HistoryFilterProps = {
  /** Address of the same history as a file. */
  file: string;
  days: HistoryDays;
};

/** The days to show, by address, so that it works without JavaScript; and the same as a file. */
export function HistoryFilter({ file, days }: HistoryFilterProps) {
  return (
    <search className="mb-4 flex flex-wrap items-end gap-3">
      <form method="get" className="flex flex-wrap items-end gap-3">
        <Day name="from" label={t("开始日期")} value={days.from} />
        <Day name="to" label={t("结束日期")} value={days.to} />
        <Button type="submit" variant="secondary">
          {t("查询")}
        </Button>
      </form>
      {/* Not a Link: a file is not a page. */}
      <a href={`${file}${historyQuery(days)}`} download className={buttonClass("secondary")}>
        {t("导出CSV")}
      </a>
    </search>
  );
}

function Day({ name, label, value }: { name: string; label: string; value: string | null }) {
  return (
    <div className="grid w-44 gap-1">
      <Label htmlFor={`history-${name}`}>{label}</Label>
      <Input id={`history-${name}`} type="date" name={name} defaultValue={value ?? ""} />
    </div>
  );
}
