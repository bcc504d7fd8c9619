import type { Query } from "@/app/[region]/_components/list-query";
import { DayChart } from "@/components/charts/day-chart";
import { ShareBars } from "@/components/charts/share-bars";
import { Link } from "@/components/ui/link";
import { dayOf, formatDay } from "@/lib/domain/china-time";
import { chosenDays, daysOf } from "@/lib/domain/day-range";
import { hallNavigation } from "@/lib/domain/hall-functions";
import type { OfficerRole } from "@/lib/domain/officer-roles";
import { filingKindLabel, realNameLevelLabel } from "@/lib/labels";
import { auditActionLabel } from "@/lib/messages/audit";
import { DELIVERY_STATE_CHOICES, ENTRY_PARTS, FACTOR_PARTS } from "@/lib/messages/hall-labels";
import { activity } from "@/lib/server/dashboard/activity";
import { messagesPerDay } from "@/lib/server/dashboard/messages";
import {
  type PendingDecisions,
  pendingDecisions,
  pendingFilings,
  realNameLevels,
} from "@/lib/server/dashboard/standing";
import type { CurrentOfficer } from "@/lib/server/hall/officer-store";
import { frequentPartsOf, partsOf } from "./chart-parts";
import { DaysForm } from "./days-form";

const STATES = DELIVERY_STATE_CHOICES.map(({ value, label }) => ({ kind: value, label }));

type DashboardProps = { officer: Pick<CurrentOfficer, "region" | "role">; chosen: Query };

/** What people look at first (数据概览): five queries over the real data of the officer's bureau, by day. */
export async function Dashboard({ officer, chosen }: DashboardProps) {
  const { region, role } = officer;
  const now = new Date();
  const range = chosenDays(chosen, now);
  const days = daysOf(range);
  const [logins, messages, filings, decisions, levels] = await Promise.all([
    activity(region, range),
    messagesPerDay(region, range, now),
    pendingFilings(region),
    pendingDecisions(region, now),
    realNameLevels(region),
  ]);
  const failures = [...logins.failures, ...logins.locks];
  const chart = { days, empty: "这段时间没有记录。" };
  return (
    <section aria-labelledby="dashboard" className="mt-10 border-line border-t pt-6">
      <h2 id="dashboard" className="mb-4 text-lg">
        数据概览
      </h2>
      <DaysForm range={range} />
      <p className="mb-4 text-muted text-sm">
        本局 {formatDay(range.from)} 至 {formatDay(range.to)}；待办和实名等级为现在的情况。
      </p>
      <div className="grid gap-4 lg:grid-cols-2">
        <DayChart
          {...chart}
          id="entries"
          title="登录（按入口）"
          unit="次"
          parts={partsOf(logins.entries, days, ENTRY_PARTS)}
        />
        <DayChart
          {...chart}
          id="factors"
          title="登录（按第二认证方式）"
          unit="次"
          parts={partsOf(logins.factors, days, FACTOR_PARTS)}
        />
        <DayChart
          {...chart}
          id="failures"
          title="未通过与锁定"
          unit="次"
          parts={frequentPartsOf(failures, days, auditActionLabel)}
        />
        <DayChart
          {...chart}
          id="messages"
          title="短信投递"
          unit="条"
          parts={partsOf(messages, days, STATES)}
        />
        <Pending filings={filings} decisions={decisions} role={role} />
        <ShareBars
          title="可办税人员实名等级"
          unit="人"
          empty="本局企业还没有可办税的人员。"
          rows={levels.map(({ level, count }) => ({
            label: realNameLevelLabel(level),
            value: count,
          }))}
        />
      </div>
    </section>
  );
}

type PendingProps = {
  filings: Awaited<ReturnType<typeof pendingFilings>>;
  decisions: PendingDecisions;
  role: OfficerRole;
};

function Pending({ filings, decisions, role }: PendingProps) {
  const lines = [
    { href: "/hall/four-eyes", label: "复核", count: decisions.fourEyes },
    { href: "/hall/corrections", label: "更正申请", count: decisions.corrections },
  ].filter(({ count }) => count > 0);
  const total = [...lines, ...filings].reduce((sum, { count }) => sum + count, 0);
  const open = hallNavigation(role).flatMap(({ items }) => items.map(({ href }) => href));
  return (
    <section className="min-w-0 rounded-lg border border-line bg-raised p-4">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <h3 className="font-semibold">待审批</h3>
        <span className="text-muted text-sm tabular-nums">共{total}件</span>
      </div>
      {total === 0 ? (
        <p className="mt-3 text-muted text-sm">没有等待审批的申请。</p>
      ) : (
        <ul className="mt-3 divide-y divide-line">
          {lines.map(({ href, label, count }) => (
            <li key={href} className="flex justify-between gap-4 py-2">
              {open.includes(href) ? (
                <Link href={href} className="link">
                  {label}
                </Link>
              ) : (
                <span>{label}</span>
              )}
              <span className="tabular-nums">{count}件</span>
            </li>
          ))}
          {filings.map(({ kind, count, oldest }) => (
            <li key={kind} className="flex flex-wrap justify-between gap-x-4 py-2">
              <span>{filingKindLabel(kind)}</span>
              <span className="tabular-nums">
                {count}件{oldest && `，最早${formatDay(dayOf(oldest))}`}
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
