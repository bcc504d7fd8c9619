import "server-only";
import { dayOf } from "@/lib/domain/china-time";
import { filingNumber, projectNumber } from "@/lib/domain/filing-rules";
import type { RegionProfile } from "@/lib/regions/types";
import type { Tx } from "../db";

/** Counters are kept for longer than the year they count in. */
const KEPT_MS = 400 * 24 * 60 * 60 * 1000;

/** The next number of a series, from 1: one atomic statement, so that no two filings get the same. */
async function nextCount(tx: Tx, series: string, now: Date): Promise<number> {
  const expiresAt = new Date(now.getTime() + KEPT_MS);
  const [row] = await tx.$queryRaw<{ count: number | bigint }[]>`
    INSERT INTO "RateLimit" ("key", "startedAt", "expiresAt", "count")
    VALUES (${`number:${series}`}, ${now}, ${expiresAt}, 1)
    ON CONFLICT ("key") DO UPDATE SET "count" = "RateLimit"."count" + 1
    RETURNING "count"`;
  if (!row) throw new Error("a series of numbers has no counter");
  return Number(row.count);
}

/** The next 受理编号 of a bureau and day. */
export async function nextFilingNumber(
  tx: Tx,
  { slug, abbreviation }: RegionProfile,
  now: Date,
): Promise<string> {
  const day = dayOf(now);
  return filingNumber(abbreviation, day, await nextCount(tx, `filing:${slug}:${day}`, now));
}

/** The next 跨区域涉税事项管理编号 of a bureau, kind and year; numbers that came with other projects are passed over. */
export async function nextProjectNumber(
  tx: Tx,
  { slug, abbreviation }: RegionProfile,
  kind: "REPORT" | "PROPERTY_SOURCE",
  now: Date,
): Promise<string> {
  const year = dayOf(now).slice(0, 4);
  for (;;) {
    const count = await nextCount(tx, `project:${slug}:${kind}:${year}`, now);
    const number = projectNumber(abbreviation, kind, year, count);
    const taken = await tx.crossRegionProject.findUnique({
      where: { number },
      select: { id: true },
    });
    if (!taken) return number;
  }
}
