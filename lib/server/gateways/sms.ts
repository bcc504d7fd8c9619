import "server-only";
import { db } from "../db";
import { blindIndex, protect } from "../protect";
import { unavailable } from "./exchange";
import type { Delivery, MessageGateway, OutgoingMessage } from "./message";
import type { SmsAnswer, SmsProvider } from "./sms-provider";

/** After so many messages in a row that a provider could not take, it is left alone for a while. */
const FAILURES_BEFORE_REST = 3;
const REST_SECONDS = 60;

/**
 * Text messages through providers, best first (短信服务商故障切换): where one cannot be asked, does not answer in time or is at
 * odds with our account, the next one gets the message. After a time-out the first may have sent it all the same: two messages with
 * one code are better than none. What a provider refuses because of the number is final. The row is there before anybody is asked,
 * so that no receipt is too early. @param providers at least one
 */
export function smsGateway(providers: readonly SmsProvider[]): MessageGateway {
  const health = new Map<SmsProvider, { failures: number; restsUntil: number }>();

  /** Those that work; when all of them rest, all are tried again. */
  function available(now: Date): readonly SmsProvider[] {
    const awake = providers.filter((each) => (health.get(each)?.restsUntil ?? 0) <= now.getTime());
    return awake.length > 0 ? awake : providers;
  }

  function remember(provider: SmsProvider, { kind }: SmsAnswer, now: Date): void {
    if (kind !== "UNAVAILABLE") {
      health.delete(provider);
      return;
    }
    const failures = (health.get(provider)?.failures ?? 0) + 1;
    const rests = failures >= FAILURES_BEFORE_REST;
    const restsUntil = rests ? now.getTime() + REST_SECONDS * 1000 : 0;
    health.set(provider, { failures, restsUntil });
  }

  return {
    async send(message, now): Promise<Delivery> {
      const candidates = available(now);
      const id = await keep(message, candidates[0]?.name ?? "", now);
      let provider = "";
      let answer: SmsAnswer = unavailable("NO_PROVIDER");
      for (const candidate of candidates) {
        // Before it is asked, so that no receipt of its is too early.
        if (candidate !== candidates[0]) await nameProvider(id, candidate.name);
        provider = candidate.name;
        answer = await candidate.deliver(id, message);
        remember(candidate, answer, now);
        if (answer.kind !== "UNAVAILABLE") break;
      }
      if (answer.kind === "ACCEPTED") {
        const { reference } = answer;
        await db.outboundMessage.updateMany({
          where: { id },
          data: { providerReference: reference },
        });
        return { accepted: true, provider, reference };
      }
      const reason = answer.kind === "REFUSED" ? answer.reason : answer.cause;
      await db.outboundMessage.updateMany({
        where: { id, status: "ACCEPTED" },
        data: { status: "REFUSED", failure: reason },
      });
      return { accepted: false, provider, reason };
    },
  };
}

async function nameProvider(id: string, provider: string): Promise<void> {
  await db.outboundMessage.updateMany({ where: { id }, data: { provider } });
}

async function keep(message: OutgoingMessage, provider: string, now: Date): Promise<string> {
  const { id } = await db.outboundMessage.create({
    data: {
      channel: message.channel,
      toCipher: protect("OutboundMessage.to", message.to),
      toIndex: blindIndex("phone", message.to),
      purpose: message.purpose,
      provider,
      status: "ACCEPTED",
      region: message.region,
      createdAt: now,
    },
    select: { id: true },
  });
  return id;
}
