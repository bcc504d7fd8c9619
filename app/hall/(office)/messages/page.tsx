import type { Metadata } from "next";
import type { Query } from "@/app/[region]/_components/list-query";
import { DayChart } from "@/components/charts/day-chart";
import { PageHeading } from "@/components/layout/page-heading";
import { buttonClass } from "@/components/ui/button-class";
import { Label } from "@/components/ui/label";
import { Link } from "@/components/ui/link";
import { Select } from "@/components/ui/select";
import { chosenDays, daysOf } from "@/lib/domain/day-range";
import { DELIVERY_STATE_CHOICES } from "@/lib/messages/hall-labels";
import { messagePage, messagesPerDay } from "@/lib/server/dashboard/messages";
import { requireOfficer } from "@/lib/server/hall/officer-session";
import { partsOf } from "../_components/chart-parts";
import { DaysForm } from "../_components/days-form";
import { MessageTable } from "./_components/message-table";

export const metadata: Metadata = { title: "短信投递" };

const STATES = DELIVERY_STATE_CHOICES.map(({ value, label }) => ({ kind: value, label }));

/** 短信投递 (B16): whether text messages of the bureau arrived, by day and one by one. */
export default async function MessagesPage({ searchParams }: { searchParams: Promise<Query> }) {
  const { region } = await requireOfficer();
  const query = await searchParams;
  const now = new Date();
  const range = chosenDays(query, now);
  const state = DELIVERY_STATE_CHOICES.find(({ value }) => value === query.state)?.value ?? null;
  const before = typeof query.before === "string" ? query.before.slice(0, 64) : null;
  const [perDay, { lines, next }] = await Promise.all([
    messagesPerDay(region, range, now),
    messagePage(region, range, { state, before, now }),
  ]);
  const days = daysOf(range);
  const older = new URLSearchParams({ ...range, ...(state && { state }), before: next ?? "" });
  return (
    <>
      <PageHeading title="短信投递">
        短信服务商受理后5分钟没有回执的，显示为延迟。手机号码只显示一部分。
      </PageHeading>
      <DaysForm range={range}>
        <div className="grid w-36 gap-1">
          <Label htmlFor="state">投递状态</Label>
          <Select id="state" name="state" defaultValue={state ?? ""}>
            <option value="">全部</option>
            {DELIVERY_STATE_CHOICES.map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </Select>
        </div>
      </DaysForm>
      <div className="mb-6">
        <DayChart
          id="messages"
          title="每日短信"
          unit="条"
          days={days}
          parts={partsOf(perDay, days, STATES)}
          empty="这段时间没有发送短信。"
        />
      </div>
      <MessageTable lines={lines} />
      {next && (
        <nav aria-label="分页" className="mt-4">
          <Link href={`?${older}`} className={buttonClass("secondary")}>
            更早的短信
          </Link>
        </nav>
      )}
    </>
  );
}
