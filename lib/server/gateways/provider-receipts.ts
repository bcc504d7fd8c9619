import "server-only";
import { z } from "zod";
import { blindIndex } from "../protect";
import { jsonOf, noteReceipt } from "./receipts";
import { ALIYUN } from "./sms-aliyun";
import { reasonCode } from "./sms-provider";
import { TENCENT } from "./sms-tencent";

const MOST_RECEIPTS = 500;

const aliyunBody = z
  .array(z.object({ out_id: z.string().max(64), success: z.boolean(), err_code: z.string() }))
  .max(MOST_RECEIPTS);

const tencentBody = z
  .array(
    z.object({
      sid: z.string().max(64),
      nationcode: z.string().regex(/^\d{1,4}$/),
      mobile: z.string().regex(/^\d{4,15}$/),
      report_status: z.enum(["SUCCESS", "FAIL"]),
      errmsg: z.string(),
    }),
  )
  .max(MOST_RECEIPTS);

/** What the provider wants to hear when its receipts were taken; otherwise it tells them again. */
const TAKEN = {
  [ALIYUN]: { code: 0, msg: "成功" },
  [TENCENT]: { result: 0, errmsg: "OK" },
};

/** Providers that push receipts without a signature. */
export type PushingProvider = keyof typeof TAKEN;

/** Whether receipts of this provider are taken. */
export function pushesReceipts(name: string): name is PushingProvider {
  return Object.hasOwn(TAKEN, name);
}

/**
 * Receipts (短信回执, B16) as 阿里云 (SmsReport) and 腾讯云 push them: without a signature, hence to an address with a secret in it. A
 * receipt names a message by our own number (阿里云) or by phone and the provider's number (腾讯云). @returns what to answer; null for
 * what is not as agreed
 */
export async function takeProviderReceipts(
  provider: PushingProvider,
  text: string,
  now: Date,
): Promise<object | null> {
  const content = jsonOf(text);
  if (provider === ALIYUN) {
    const read = aliyunBody.safeParse(content);
    if (!read.success) return null;
    for (const { out_id: id, success, err_code: code } of read.data) {
      await noteReceipt({ provider, id }, outcome(success, code), now);
    }
  } else {
    const read = tencentBody.safeParse(content);
    if (!read.success) return null;
    for (const { sid, nationcode, mobile, report_status: status, errmsg: code } of read.data) {
      const number = nationcode === "86" ? mobile : `+${nationcode}${mobile}`;
      const message = { toIndex: blindIndex("phone", number), providerReference: sid };
      await noteReceipt({ provider, ...message }, outcome(status === "SUCCESS", code), now);
    }
  }
  return TAKEN[provider];
}

function outcome(arrived: boolean, code: string) {
  if (arrived) return { state: "DELIVERED" as const };
  const reason = reasonCode.safeParse(code);
  return { state: "REFUSED" as const, reason: reason.success ? reason.data : "UNKNOWN" };
}
