import { generateKeyPairSync, type KeyObject, sign, verify } from "node:crypto";
import { z } from "zod";
import { loopbackService } from "@/prisma/testing/loopback";

const rsa = () => generateKeyPairSync("rsa", { modulusLength: 2048 });

/** The keys of an application and of 支付宝. */
export const APPLICATION = rsa();
export const ALIPAY = rsa();

const call = z.object({
  app_id: z.string(),
  method: z.string(),
  charset: z.literal("utf-8"),
  sign_type: z.literal("RSA2"),
  timestamp: z.string().regex(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/),
  version: z.literal("1.0"),
  biz_content: z.string(),
  sign: z.string(),
});

/** A call as 支付宝 reads it; `genuine` when the application signed exactly this. */
export type AlipayCall = { method: string; content: Record<string, unknown>; genuine: boolean };

/** Reads the parameters of an address and of a form as 支付宝's gateway does. */
export function readCall(address: URL, form = ""): AlipayCall {
  const given = Object.fromEntries([...address.searchParams, ...new URLSearchParams(form)]);
  const { sign: signature, ...signed } = given;
  const text = Object.keys(signed)
    .sort()
    .map((name) => `${name}=${signed[name]}`)
    .join("&");
  const { method, biz_content } = call.parse(given);
  const bytes = Buffer.from(signature ?? "", "base64");
  return {
    method,
    content: JSON.parse(biz_content),
    genuine: verify("sha256", Buffer.from(text), APPLICATION.publicKey, bytes),
  };
}

/** An answer as 支付宝 writes it: slashes escaped, signed over the characters of the inner object. */
export function alipayAnswer(
  method: string,
  content: Record<string, unknown>,
  key: KeyObject = ALIPAY.privateKey,
): string {
  const inner = JSON.stringify(content).replaceAll("/", "\\/");
  const signature = sign("sha256", Buffer.from(inner), key).toString("base64");
  return `{"${method.replaceAll(".", "_")}_response":${inner},"sign":"${signature}"}`;
}

/** 支付宝's gateway on this machine; `say` gives what it answers to a call. */
export function alipayService(say: (call: AlipayCall) => Record<string, unknown>) {
  return loopbackService(({ url, body }, response) => {
    const received = readCall(url, body);
    response.end(alipayAnswer(received.method, say(received)));
  });
}
