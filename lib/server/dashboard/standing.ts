import "server-only";
import type { FilingKind } from "@/generated/sqlite/enums";
import { db } from "../db";
import { stillWaiting } from "../hall/four-eyes-request";

/** What waits for an officer of a bureau (待审批), by kind, with the longest waiting one: one query. */
export async function pendingFilings(
  region: string,
): Promise<{ kind: FilingKind; count: number; oldest: Date | null }[]> {
  const groups = await db.filing.groupBy({
    by: ["kind"],
    where: { region, status: "PENDING" },
    _count: { _all: true },
    _min: { submittedAt: true },
  });
  return groups.map(({ kind, _count, _min }) => ({
    kind,
    count: _count._all,
    oldest: _min.submittedAt,
  }));
}

/** What waits for a decision of an officer of the bureau beside the filings. */
export type PendingDecisions = { fourEyes: number; corrections: number };

/**
 * Requests of the bureau that a second officer may still decide (待复核), those that have expired not among them, and 更正申请 that
 * nobody has answered: one query for both.
 */
export async function pendingDecisions(region: string, now: Date): Promise<PendingDecisions> {
  const since = stillWaiting(now).requestedAt.gt;
  const rows = await db.$queryRaw<Record<keyof PendingDecisions, number | bigint>[]>`
    SELECT
      (SELECT COUNT(*) FROM "FourEyesRequest"
        WHERE "region" = ${region} AND "status" = 'PENDING' AND "requestedAt" > ${since}) AS "fourEyes",
      (SELECT COUNT(*) FROM "CorrectionRequest"
        WHERE "region" = ${region} AND "status" = 'PENDING') AS "corrections"`;
  return { fourEyes: Number(rows[0]?.fourEyes), corrections: Number(rows[0]?.corrections) };
}

/** 实名等级 of the people who may act for an enterprise of the bureau: one query. */
export async function realNameLevels(region: string): Promise<{ level: number; count: number }[]> {
  const rows = await db.$queryRaw<{ level: number; count: number | bigint }[]>`
    SELECT "realNameLevel" AS "level", COUNT(*) AS "count" FROM "Person"
    WHERE "id" IN (
      SELECT "Relation"."personId" FROM "Relation"
      JOIN "Enterprise" ON "Enterprise"."id" = "Relation"."enterpriseId"
      WHERE "Enterprise"."region" = ${region} AND "Relation"."status" = 'ACTIVE'
    )
    GROUP BY "realNameLevel" ORDER BY "realNameLevel"`;
  return rows.map(({ level, count }) => ({ level: Number(level), count: Number(count) }));
}
