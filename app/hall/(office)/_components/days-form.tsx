import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { Label } from "@/components/ui/label";
import { type DayRange, MOST_DAYS } from "@/lib/domain/day-range";

type DaysFormProps = {
  range: DayRange;
  /** More to choose from, beside the days. */
  children?: ReactNode;
};

/** The days to show, by address, so that it works without JavaScript. */
export function DaysForm({ range, children }: DaysFormProps) {
  return (
    <search className="no-print mb-6">
      <form method="get" className="flex flex-wrap items-end gap-3">
        <Day name="from" label="开始日期" value={range.from} />
        <Day name="to" label="结束日期" value={range.to} />
        {children}
        <Button type="submit" variant="secondary">
          查看
        </Button>
        <p className="text-muted text-sm">最多{MOST_DAYS}天</p>
      </form>
    </search>
  );
}

function Day({ name, label, value }: { name: string; label: string; value: string }) {
  return (
    <div className="grid w-44 gap-1">
      <Label htmlFor={`days-${name}`}>{label}</Label>
      <Input id={`days-${name}`} type="date" name={name} defaultValue={value} />
    </div>
  );
}
