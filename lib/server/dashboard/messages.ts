import "server-only";
import type { VerificationPurpose } from "@/generated/sqlite/enums";
import { type DayRange, instantsOf } from "@/lib/domain/day-range";
import { type DeliveryState, delayedBefore, deliveryState } from "@/lib/domain/delivery-rules";
import { maskPhone } from "@/lib/domain/masking";
import { db } from "../db";
import { reveal } from "../protect";
import type { DayCount } from "./activity";
import { dayIn } from "./sql";

const ON_ONE_PAGE = 50;

/** Text messages of a bureau per day and 投递状态 (B16): one query. */
export async function messagesPerDay(
  region: string,
  range: DayRange,
  now: Date,
): Promise<DayCount[]> {
  const { start, end } = instantsOf(range);
  const late = delayedBefore(now);
  const rows = await db.$queryRaw<DayCount[]>`
    SELECT "day", "kind", COUNT(*) AS "count" FROM (
      SELECT ${dayIn("createdAt")} AS "day",
        CASE WHEN "status" = 'ACCEPTED' AND "createdAt" <= ${late} THEN 'DELAYED'
          ELSE CAST("status" AS TEXT) END AS "kind"
      FROM "OutboundMessage"
      WHERE "region" = ${region} AND "createdAt" >= ${start} AND "createdAt" < ${end} AND "channel" = 'SMS'
    ) AS "messages"
    GROUP BY "day", "kind"`;
  return rows.map((row) => ({ ...row, count: Number(row.count) }));
}

/** One text message as officers see it: for whom only by the masked number. */
export type MessageLine = {
  id: string;
  at: Date;
  to: string;
  purpose: VerificationPurpose;
  state: DeliveryState;
  provider: string;
  failure: string | null;
  receiptAt: Date | null;
};

/**
 * Text messages of a bureau in a range, newest first, those in one state or all (短信投递); by keyset: `before` is the last
 * message of the page before.
 */
export async function messagePage(
  region: string,
  range: DayRange,
  { state, before, now }: { state: DeliveryState | null; before: string | null; now: Date },
): Promise<{ lines: MessageLine[]; next: string | null }> {
  const { start, end } = instantsOf(range);
  const last = before
    ? await db.outboundMessage.findFirst({
        where: { id: before, region },
        select: { id: true, createdAt: true },
      })
    : null;
  const rows = await db.outboundMessage.findMany({
    where: {
      region,
      channel: "SMS",
      createdAt: { gte: start, lt: end },
      AND: [
        state ? inState(state, now) : {},
        last
          ? {
              OR: [
                { createdAt: { lt: last.createdAt } },
                { createdAt: last.createdAt, id: { lt: last.id } },
              ],
            }
          : {},
      ],
    },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: ON_ONE_PAGE + 1,
    select: {
      id: true,
      createdAt: true,
      toCipher: true,
      purpose: true,
      status: true,
      provider: true,
      failure: true,
      receiptAt: true,
    },
  });
  const shown = rows.slice(0, ON_ONE_PAGE);
  return {
    lines: shown.map(({ toCipher, createdAt, status, ...rest }) => ({
      ...rest,
      at: createdAt,
      to: maskPhone(reveal("OutboundMessage.to", toCipher)),
      state: deliveryState({ status, createdAt }, now),
    })),
    next: rows.length > ON_ONE_PAGE ? (shown.at(-1)?.id ?? null) : null,
  };
}

/** What the rows of a state have in common: `deliveryState` as a condition. */
function inState(state: DeliveryState, now: Date) {
  const late = delayedBefore(now);
  if (state === "ACCEPTED") return { status: state, createdAt: { gt: late } };
  if (state !== "DELAYED") return { status: state };
  return {
    OR: [{ status: state }, { status: "ACCEPTED" as const, createdAt: { lte: late } }],
  };
}
