import "server-only";
import { randomUUID } from "node:crypto";
import { z } from "zod";
import { acs3Headers } from "./acs3-signature";
import { exchange, post, refusedStatus, unavailable } from "./exchange";
import type { OutgoingMessage } from "./message";
import {
  reasonCode,
  type SmsAnswer,
  type SmsProvider,
  type SmsTemplates,
  templateValues,
} from "./sms-provider";

/** Name of 阿里云短信 in OutboundMessage. */
export const ALIYUN = "aliyun";
const TIMEOUT_MS = 5000;

/** Codes that speak of the number; all others speak of the account, its templates or the service (错误码). */
const ABOUT_THE_NUMBER: ReadonlySet<string> = new Set([
  "isv.MOBILE_NUMBER_ILLEGAL",
  // 触发流控: too many to this number in a minute, an hour or a day.
  "isv.BUSINESS_LIMIT_CONTROL",
]);

const answerSchema = z.object({ Code: reasonCode, BizId: z.string().max(64).optional() });

/** 阿里云短信服务 (SendSms, 2017-05-25). A business failure arrives with status 200, too. Source: help.aliyun.com/zh/sms. */
export function aliyunSms(settings: {
  keyId: string;
  keySecret: string;
  templates: SmsTemplates;
  gateway: string;
  timeoutMs?: number;
}): SmsProvider {
  const { templates, timeoutMs = TIMEOUT_MS } = settings;

  async function ask(id: string, message: OutgoingMessage): Promise<SmsAnswer> {
    const query = encoded({
      OutId: id,
      PhoneNumbers: message.to.replace(/^\+/, ""),
      SignName: templates.signName,
      TemplateCode: message.code ? templates.code : templates.notice,
      TemplateParam: JSON.stringify(Object.fromEntries(templateValues(message))),
    });
    const address = new URL(`?${query}`, settings.gateway);
    const headers = acs3Headers(settings, {
      host: address.host,
      action: "SendSms",
      version: "2017-05-25",
      query,
      date: `${new Date().toISOString().slice(0, 19)}Z`,
      nonce: randomUUID(),
    });
    const { status, text } = await post(address, { headers, body: "", timeoutMs });
    // Faults of the account come with 4xx and a code of their own.
    const read = readAnswer(text);
    if (!read) return refusedStatus(status) ?? unavailable("ANSWER_UNREADABLE");
    if (read.Code === "OK") return { kind: "ACCEPTED", reference: read.BizId ?? null };
    return ABOUT_THE_NUMBER.has(read.Code)
      ? { kind: "REFUSED", reason: read.Code }
      : unavailable(read.Code);
  }

  return { name: ALIYUN, deliver: (id, message) => exchange(() => ask(id, message)) };
}

/** Values as RFC 3986 wants them, in the order given: by name. */
function encoded(values: Record<string, string>): string {
  const escaped = (text: string) =>
    encodeURIComponent(text).replace(
      /[!'()*]/g,
      (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
    );
  return Object.entries(values)
    .map(([name, value]) => `${name}=${escaped(value)}`)
    .join("&");
}

function readAnswer(text: string): z.output<typeof answerSchema> | null {
  try {
    return answerSchema.parse(JSON.parse(text));
  } catch {
    return null;
  }
}
