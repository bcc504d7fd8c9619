import "server-only";
import { z } from "zod";
import { exchange, post, refusedStatus, unavailable } from "./exchange";
import type { OutgoingMessage } from "./message";
import {
  reasonCode,
  type SmsAnswer,
  type SmsProvider,
  type SmsTemplates,
  templateValues,
} from "./sms-provider";
import { tc3Authorization } from "./tc3-signature";

/** Name of 腾讯云短信 in OutboundMessage. */
export const TENCENT = "tencent";
const TIMEOUT_MS = 5000;
const CONTENT_TYPE = "application/json; charset=utf-8";

/** Codes that speak of the number; all others speak of the account, its templates or the service (错误码). */
const ABOUT_THE_NUMBER: ReadonlySet<string> = new Set([
  "FailedOperation.PhoneNumberInBlacklist",
  "LimitExceeded.PhoneNumberDailyLimit",
  "LimitExceeded.PhoneNumberOneHourLimit",
  "LimitExceeded.PhoneNumberSameContentDailyLimit",
  "LimitExceeded.PhoneNumberThirtySecondLimit",
  "InvalidParameterValue.IncorrectPhoneNumber",
  "UnsupportedOperation.ContainDomesticAndInternationalPhoneNumber",
]);

const answerSchema = z.object({
  Response: z.union([
    z.object({ Error: z.object({ Code: reasonCode }) }),
    z.object({
      SendStatusSet: z.tuple([z.object({ Code: reasonCode, SerialNo: z.string().max(64) })]),
    }),
  ]),
});

/** 腾讯云短信 (SendSms, 2021-01-11). A business failure arrives with status 200, too. Source: cloud.tencent.com/document/product/382. */
export function tencentSms(settings: {
  secretId: string;
  secretKey: string;
  /** SmsSdkAppId. */
  appId: string;
  templates: SmsTemplates;
  gateway: string;
  timeoutMs?: number;
}): SmsProvider {
  const { appId, templates, timeoutMs = TIMEOUT_MS } = settings;
  const address = new URL(settings.gateway);

  async function ask(id: string, message: OutgoingMessage): Promise<SmsAnswer> {
    const body = JSON.stringify({
      PhoneNumberSet: [message.to.startsWith("+") ? message.to : `+86${message.to}`],
      SmsSdkAppId: appId,
      SignName: templates.signName,
      TemplateId: message.code ? templates.code : templates.notice,
      TemplateParamSet: templateValues(message).map(([, value]) => value),
      SessionContext: id,
    });
    const seconds = Math.floor(Date.now() / 1000);
    const { host } = address;
    const signed = { service: "sms", host, contentType: CONTENT_TYPE, body, seconds };
    const { status, text } = await post(address, {
      headers: {
        authorization: tc3Authorization(settings, signed),
        "content-type": CONTENT_TYPE,
        "x-tc-action": "SendSms",
        "x-tc-version": "2021-01-11",
        "x-tc-region": "ap-guangzhou",
        "x-tc-timestamp": String(seconds),
      },
      body,
      timeoutMs,
    });
    return refusedStatus(status) ?? readAnswer(text);
  }

  return { name: TENCENT, deliver: (id, message) => exchange(() => ask(id, message)) };
}

function readAnswer(text: string): SmsAnswer {
  let answer: z.output<typeof answerSchema>["Response"];
  try {
    answer = answerSchema.parse(JSON.parse(text)).Response;
  } catch {
    return unavailable("ANSWER_UNREADABLE");
  }
  if ("Error" in answer) return unavailable(answer.Error.Code);
  const [{ Code: code, SerialNo: reference }] = answer.SendStatusSet;
  if (code === "Ok") return { kind: "ACCEPTED", reference };
  return ABOUT_THE_NUMBER.has(code) ? { kind: "REFUSED", reason: code } : unavailable(code);
}
