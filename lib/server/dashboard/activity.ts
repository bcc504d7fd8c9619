import "server-only";
import { type DayRange, instantsOf } from "@/lib/domain/day-range";
import { db } from "../db";
import { dayIn, valueIn } from "./sql";

/** How often something happened on a day ("YYYY-MM-DD" in Asia/Shanghai). */
export type DayCount = { day: string; kind: string; count: number };

export type Activity = {
  /** By 登录入口; `LEGACY` for the old entries, which count once. */
  entries: DayCount[];
  /** By second factor (短信, 邮箱, 人脸, 扫码, …). */
  factors: DayCount[];
  /** Refusals by action, locks apart. */
  failures: DayCount[];
  /** Accounts that were locked. */
  locks: DayCount[];
};

type Row = {
  day: string;
  action: string;
  entry: string | null;
  factor: string | null;
  count: number | bigint;
};

/** Logins, failures and locks of a bureau per day (登录情况), out of its audit trail: one query. */
export async function activity(region: string, range: DayRange): Promise<Activity> {
  const { start, end } = instantsOf(range);
  const rows = await db.$queryRaw<Row[]>`
    SELECT "day", "action", "entry", "factor", COUNT(*) AS "count" FROM (
      SELECT ${dayIn("at")} AS "day", "action",
        CASE WHEN "outcome" = 'OK' THEN ${valueIn("detail", "entry")} END AS "entry",
        CASE WHEN "outcome" = 'OK' THEN COALESCE(${valueIn("detail", "secondFactor")}, ${valueIn("detail", "proof")}) END AS "factor"
      FROM "AuditEvent"
      WHERE "region" = ${region} AND "at" >= ${start} AND "at" < ${end}
        AND (("outcome" = 'OK' AND "action" IN ('LOGIN', 'LEGACY_LOGIN'))
          OR ("outcome" = 'REFUSED' AND "actorKind" = 'PERSON'))
    ) AS "events"
    GROUP BY "day", "action", "entry", "factor"`;
  const found = rows.map((row) => ({ ...row, count: Number(row.count) }));
  const logins = found.filter(({ entry }) => entry !== null);
  const refusals = found.filter(({ entry }) => entry === null);
  const locks = refusals.filter(({ action }) => action === "LOCK_ACCOUNT");
  return {
    entries: sumByKind(logins, (row) =>
      row.action === "LEGACY_LOGIN" ? "LEGACY" : (row.entry ?? ""),
    ),
    factors: sumByKind(logins, ({ factor }) => factor ?? ""),
    failures: sumByKind(
      refusals.filter(({ action }) => action !== "LOCK_ACCOUNT"),
      ({ action }) => action,
    ),
    locks: sumByKind(locks, ({ action }) => action),
  };
}

function sumByKind<R extends { day: string; count: number }>(
  rows: readonly R[],
  kindOf: (row: R) => string,
): DayCount[] {
  const sums = new Map<string, DayCount>();
  for (const row of rows) {
    const kind = kindOf(row);
    const key = `${row.day} ${kind}`;
    const sum = sums.get(key) ?? { day: row.day, kind, count: 0 };
    sums.set(key, { ...sum, count: sum.count + row.count });
  }
  return [...sums.values()];
}
