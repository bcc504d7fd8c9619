import "server-only";
import { z } from "zod";
import { db } from "../db";
import { consumeOnce } from "../rate-limit";
import { sameSecret } from "../tokens";
import { authoritySignature } from "./identity-authority";
import { SMS_PLATFORM } from "./sms-platform";
import { reasonCode } from "./sms-provider";

/** Where the platform posts receipts. */
const PATH = "/api/sms-receipts";
/** A receipt's time may be off by this much, and its nonce is remembered as long. */
const CLOCK_MINUTES = 5;
const MOST_RECEIPTS = 500;

const body = z.object({
  receipts: z
    .array(
      z.object({
        id: z.string().max(64),
        state: z.enum(["DELIVERED", "REFUSED", "DELAYED"]),
        reason: reasonCode.optional(),
      }),
    )
    .max(MOST_RECEIPTS),
});

type Receipts = { timestamp: string; nonce: string; signature: string; text: string };

/**
 * What the short message platform tells of messages it took (短信回执, B16), signed like a request to it. What has arrived or was
 * refused stays so. Answers the status of HTTP: 204, or 401 for one not genuine, too old or seen before, 400 for one not as agreed.
 */
export async function takeReceipts(
  { timestamp, nonce, signature, text }: Receipts,
  key: string | undefined,
  now: Date,
): Promise<204 | 400 | 401> {
  if (!key) return 401;
  const expected = authoritySignature(key, ["POST", PATH, timestamp, nonce, text]);
  if (!sameSecret(expected, signature)) return 401;
  const age = Math.abs(now.getTime() - Date.parse(timestamp));
  // Negated, so that a time that is none is too old.
  if (!(age <= CLOCK_MINUTES * 60_000)) return 401;
  const until = new Date(now.getTime() + 2 * CLOCK_MINUTES * 60_000);
  if (!(await consumeOnce(`sms-receipt:${nonce}`, until))) return 401;
  const parsed = body.safeParse(jsonOf(text));
  if (!parsed.success) return 400;
  for (const { id, state, reason } of parsed.data.receipts) {
    await noteReceipt({ id, provider: SMS_PLATFORM }, { state, reason }, now);
  }
  return 204;
}

/** Notes what a provider tells of one message of its own; what has arrived or was refused stays so. */
export async function noteReceipt(
  message: { provider: string } & ({ id: string } | { toIndex: string; providerReference: string }),
  { state, reason }: { state: "DELIVERED" | "REFUSED" | "DELAYED"; reason?: string | undefined },
  now: Date,
): Promise<void> {
  await db.outboundMessage.updateMany({
    where: { ...message, status: { in: ["ACCEPTED", "DELAYED"] } },
    data: { status: state, failure: reason ?? null, receiptAt: now },
  });
}

/** The value a text of JSON stands for; null for one that is none. */
export function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
