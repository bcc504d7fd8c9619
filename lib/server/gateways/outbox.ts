import "server-only";
import { db } from "../db";
import { env } from "../env";
import { blindIndex, protect, reveal } from "../protect";
import type { MessageGateway } from "./message";

const PROVIDER = "outbox";
const ON_ONE_PAGE = 50;

/** The embedded gateway: messages stay in the database and are shown at /dev/outbox. */
export const outbox: MessageGateway = {
  async send(message, now) {
    await db.outboundMessage.create({
      data: {
        channel: message.channel,
        toCipher: protect("OutboundMessage.to", message.to),
        toIndex: blindIndex(message.channel === "SMS" ? "phone" : "email", message.to),
        purpose: message.purpose,
        textCipher: protect("OutboundMessage.text", message.text),
        provider: PROVIDER,
        // Nothing is under way: whoever looks into the outbox has it.
        status: "DELIVERED",
        receiptAt: now,
        region: message.region,
        createdAt: now,
      },
      select: { id: true },
    });
    return { accepted: true, provider: PROVIDER, reference: null };
  },
};

/** Whether this deployment shows its outbox: outside production, or when asked for with OUTBOX=1. */
export function outboxIsShown(): boolean {
  return process.env.NODE_ENV !== "production" || env().OUTBOX;
}

/** Messages in the outbox, newest first; all of them or those to one phone or mailbox. */
export async function readOutbox(to?: string) {
  const rows = await db.outboundMessage.findMany({
    where: {
      provider: PROVIDER,
      ...(to && { toIndex: { in: [blindIndex("phone", to), blindIndex("email", to)] } }),
    },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: ON_ONE_PAGE,
    select: { channel: true, toCipher: true, purpose: true, textCipher: true, createdAt: true },
  });
  return rows.map((row) => {
    const text = row.textCipher ? reveal("OutboundMessage.text", row.textCipher) : "";
    return {
      to: reveal("OutboundMessage.to", row.toCipher),
      channel: row.channel,
      purpose: row.purpose,
      text,
      code: /#(\d{6})\b/.exec(text)?.[1] ?? null,
      sentAt: row.createdAt.toISOString(),
    };
  });
}
