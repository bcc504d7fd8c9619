import "server-only";
import { createHmac } from "node:crypto";
import { z } from "zod";
import { sameSecret } from "../tokens";
import { exchange, post, refusedStatus, type Unavailable, unavailable } from "./exchange";
import type { BegunRealName, RealNameGateway, RealNameRequest, RealNameVerdict } from "./real-name";
import { tc3Authorization } from "./tc3-signature";

const TIMEOUT_MS = 8000;
const SERVICE = "faceid";
const VERSION = "2018-03-01";
const CONTENT_TYPE = "application/json; charset=utf-8";

/** 本次流程未完成, and faults of the service after which the person may go on (人脸核身错误码). */
const NOT_OVER: ReadonlySet<number> = new Set([4, 8, 10, 12, 13, 17]);

const refused = z.object({ Error: z.object({ Code: z.string() }) });
const begun = z.object({
  BizToken: z.string().regex(/^[\w-]{1,64}$/),
  Url: z.url({ protocol: /^https?$/ }),
});
const detected = z.object({
  Text: z
    .object({
      ErrCode: z.number().nullish(),
      Name: z.string().nullish(),
      IdCard: z.string().nullish(),
      Extra: z.string().nullish(),
    })
    .nullish(),
});

/**
 * 微信 by 腾讯云人脸核身 (DetectAuth, GetDetectInfoEnhanced): its page opens in 微信. Requests are signed with TC3-HMAC-SHA256;
 * answers are not signed and rely on https. Source: cloud.tencent.com/document/product/1007.
 */
export function wechatFaceid(settings: {
  secretId: string;
  secretKey: string;
  /** 业务流程 of the console: 微信 H5, with name and number given. */
  ruleId: string;
  gateway: string;
  timeoutMs?: number;
}): RealNameGateway {
  const { ruleId, timeoutMs = TIMEOUT_MS } = settings;
  const address = new URL(settings.gateway);

  async function call<T>(action: string, content: object, shape: z.ZodType<T>) {
    const body = JSON.stringify(content);
    const seconds = Math.floor(Date.now() / 1000);
    const { host } = address;
    const request = { service: SERVICE, host, contentType: CONTENT_TYPE, body, seconds };
    const { status, text } = await post(address, {
      headers: {
        authorization: tc3Authorization(settings, request),
        "content-type": CONTENT_TYPE,
        "x-tc-action": action,
        "x-tc-version": VERSION,
        "x-tc-timestamp": String(seconds),
      },
      body,
      timeoutMs,
    });
    return refusedStatus(status) ?? readAnswer(text, shape);
  }

  /** Ties an answer to the person asked about: travels with the request (Extra) and is made anew from who was verified. */
  function personDigest(name: string, number: string): string {
    return createHmac("sha256", settings.secretKey)
      .update(`${name}\n${number.toUpperCase()}`)
      .digest("base64url");
  }

  async function begin(request: RealNameRequest): Promise<BegunRealName> {
    if (request.documentType !== "RESIDENT_ID") return { kind: "DOCUMENT_NOT_OFFERED" };
    const content = {
      RuleId: ruleId,
      IdCard: request.documentNumber,
      Name: request.name,
      RedirectUrl: request.returnUrl,
      Extra: personDigest(request.name, request.documentNumber),
    };
    const answer = await exchange(() => call("DetectAuth", content, begun));
    if ("kind" in answer) return answer;
    return { kind: "EXTERNAL", url: answer.Url, reference: answer.BizToken };
  }

  async function query(reference: string): Promise<RealNameVerdict> {
    // Texts only: neither pictures nor films are fetched.
    const content = { BizToken: reference, RuleId: ruleId, InfoType: "1" };
    const answer = await exchange(() => call("GetDetectInfoEnhanced", content, detected));
    if ("kind" in answer) return answer;
    const { ErrCode: code, Name: name, IdCard: number, Extra: extra } = answer.Text ?? {};
    if (code === null || code === undefined || NOT_OVER.has(code)) return { kind: "PENDING" };
    if (code !== 0) return { kind: "FAILED", reason: String(code) };
    const same = name && number && sameSecret(personDigest(name, number), extra ?? "");
    return same ? { kind: "PASSED" } : { kind: "FAILED", reason: "OTHER_PERSON" };
  }

  return { provider: "wechat", begin, query };
}

/** The part `Response` of an answer; business failures arrive with status 200, too. */
function readAnswer<T>(text: string, shape: z.ZodType<T>): T | Unavailable {
  let content: unknown;
  try {
    content = z.object({ Response: z.unknown() }).parse(JSON.parse(text)).Response;
  } catch {
    return unavailable("ANSWER_UNREADABLE");
  }
  const failed = refused.safeParse(content);
  if (failed.success) return unavailable(failed.data.Error.Code);
  const read = shape.safeParse(content);
  return read.success ? read.data : unavailable("ANSWER_UNREADABLE");
}
