import { z } from "zod";

const region = z.string().max(32, "TOO_LONG");
const flow = z.string().max(64, "TOO_LONG");
const app = z.enum(["TAX", "IIT", "LICENSE", "ALIPAY", "WECHAT"], "INVALID");
/** The secret of a code: 256 bits, base64url. */
const secret = z.string("TICKET_UNKNOWN").regex(/^[A-Za-z0-9_-]{43}$/, "TICKET_UNKNOWN");

/** The code of 扫码登录. */
export const loginCodeForm = z.object({ region, app, specific: z.boolean() });
/** 支付宝 or 微信 may be given name and number. */
const consent = z.boolean().default(false);
/** The code of 扫脸验证 or 刷脸解锁 for a flow under way. */
export const flowCodeForm = z.object({ region, flow, app, consent });
/** The code of 扫脸认证 for a signed-in person. */
export const realNameCodeForm = z.object({
  app,
  stepUp: z.boolean(),
  consent,
});
/** 「删除人脸信息」 of the signed-in person: nothing is chosen. */
export const deleteFaceForm = z.object({});
/** What the phone confirmed, to be taken up by the browser. */
export const takeUpForm = z.object({ ticket: z.string().max(64, "TOO_LONG") });

/** A code on the phone. */
export const ticketForm = z.object({ secret });
/** 「确认登录」 with the chosen number. */
export const confirmTicketForm = z.object({
  secret,
  number: z.number("INVALID").int().min(10).max(99),
});
/** 扫脸 on the very phone that signs in. */
export const ownFaceForm = z.object({ region, flow });

/** The secret in a deep link, a whole address or the path alone; null when it is none of this product's. */
export function secretOfLink(text: string): string | null {
  return /(?:^|\/)app\/scan\/([A-Za-z0-9_-]{43})\/?$/.exec(text.trim())?.[1] ?? null;
}
