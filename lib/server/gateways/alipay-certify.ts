import "server-only";
import { type KeyObject, randomUUID, sign, verify } from "node:crypto";
import { z } from "zod";
import { timestampOf } from "@/lib/domain/china-time";
import type { DocumentType } from "@/lib/domain/documents";
import { exchange, post, refusedStatus, type Unavailable, unavailable } from "./exchange";
import { memberText } from "./member-text";
import type { BegunRealName, RealNameGateway, RealNameRequest, RealNameVerdict } from "./real-name";

const TIMEOUT_MS = 8000;
const SUCCESS = "10000";

/** Documents 支付宝 verifies (cert_type). */
const DOCUMENTS: Partial<Record<DocumentType, string>> = {
  RESIDENT_ID: "IDENTITY_CARD",
  HK_MO_TRAVEL_PERMIT: "HOME_VISIT_PERMIT_HK_MC",
  TW_TRAVEL_PERMIT: "HOME_VISIT_PERMIT_TAIWAN",
  HK_MO_RESIDENCE_PERMIT: "RESIDENCE_PERMIT_HK_MC",
  TW_RESIDENCE_PERMIT: "RESIDENCE_PERMIT_TAIWAN",
};

const common = z.object({ code: z.string(), sub_code: z.string().optional() });
const initialized = common.extend({ certify_id: z.string().regex(/^\w{1,64}$/) });
const queried = common.extend({ passed: z.enum(["T", "F"]), fail_reason: z.string().optional() });

/** Sorted `name=value` pairs, joined by &: what is signed. */
function canonical(parameters: Record<string, string>): string {
  const names = Object.keys(parameters).sort();
  return names.map((name) => `${name}=${parameters[name]}`).join("&");
}

/**
 * 支付宝身份认证 by its open gateway (alipay.user.certify.open.initialize, .certify, .query): requests signed with the
 * application's key, answers verified with 支付宝's (RSA2, SHA256withRSA over the very characters sent).
 * Source: opendocs.alipay.com, 支付宝身份验证.
 */
export function alipayCertify(settings: {
  appId: string;
  /** The application's own key. */
  privateKey: KeyObject;
  /** 支付宝's key, not the application's. */
  publicKey: KeyObject;
  gateway: string;
  timeoutMs?: number;
}): RealNameGateway {
  const { appId, privateKey, publicKey, gateway, timeoutMs = TIMEOUT_MS } = settings;

  /** All parameters of a call with their signature. */
  function signed(method: string, content: object, more: Record<string, string> = {}) {
    const parameters = {
      app_id: appId,
      method,
      format: "JSON",
      charset: "utf-8",
      sign_type: "RSA2",
      timestamp: timestampOf(new Date()),
      version: "1.0",
      ...more,
      biz_content: JSON.stringify(content),
    };
    const signature = sign("sha256", Buffer.from(canonical(parameters)), privateKey);
    return { ...parameters, sign: signature.toString("base64") };
  }

  /** One call; names and numbers travel in the body, never in the address. */
  async function call<T>(method: string, content: object, shape: z.ZodType<T>) {
    const { biz_content, ...rest } = signed(method, content);
    const address = new URL(gateway);
    for (const [name, value] of Object.entries(rest)) address.searchParams.set(name, value);
    const { status, text } = await post(address, {
      headers: { "content-type": "application/x-www-form-urlencoded;charset=utf-8" },
      body: new URLSearchParams({ biz_content }).toString(),
      timeoutMs,
    });
    const refused = refusedStatus(status);
    if (refused) return refused;
    const answer = signedContent(text, `${method.replaceAll(".", "_")}_response`, publicKey);
    return answer === undefined ? unavailable("ANSWER_NOT_SIGNED") : readAnswer(answer, shape);
  }

  async function begin(request: RealNameRequest): Promise<BegunRealName> {
    const certType = DOCUMENTS[request.documentType];
    if (!certType) return { kind: "DOCUMENT_NOT_OFFERED" };
    const content = {
      // The same when a request is sent again: one verification, whichever of the two arrived.
      outer_order_no: randomUUID().replaceAll("-", ""),
      biz_code: "FACE",
      identity_param: {
        identity_type: "CERT_INFO",
        cert_type: certType,
        cert_name: request.name,
        cert_no: request.documentNumber,
      },
      merchant_config: { return_url: request.returnUrl },
    };
    const answer = await exchange(() =>
      call("alipay.user.certify.open.initialize", content, initialized),
    );
    if ("kind" in answer) return answer;
    const reference = answer.certify_id;
    const page = signed("alipay.user.certify.open.certify", { certify_id: reference });
    const url = new URL(gateway);
    for (const [name, value] of Object.entries(page)) url.searchParams.set(name, value);
    return { kind: "EXTERNAL", url: url.href, reference };
  }

  async function query(reference: string): Promise<RealNameVerdict> {
    const answer = await exchange(() =>
      call("alipay.user.certify.open.query", { certify_id: reference }, queried),
    );
    if ("kind" in answer) return answer;
    if (answer.passed === "T") return { kind: "PASSED" };
    // 支付宝 answers F both before the person is done and after they failed; only a reason tells the two apart.
    return answer.fail_reason
      ? { kind: "FAILED", reason: answer.fail_reason }
      : { kind: "PENDING" };
  }

  return { provider: "alipay", begin, query };
}

/** What an answer holds under `key`, read from the very characters its signature covers; undefined without a good one. */
function signedContent(text: string, key: string, publicKey: KeyObject): unknown {
  try {
    const answer = memberText(text, key);
    const signature = memberText(text, "sign");
    if (!answer || !signature) return undefined;
    const bytes = Buffer.from(z.string().parse(JSON.parse(signature)), "base64");
    const genuine = verify("sha256", Buffer.from(answer), publicKey, bytes);
    return genuine ? JSON.parse(answer) : undefined;
  } catch {
    return undefined;
  }
}

/** The content of a genuine answer; business failures arrive with status 200, too. */
function readAnswer<T>(content: unknown, shape: z.ZodType<T>): T | Unavailable {
  const told = common.safeParse(content);
  if (!told.success) return unavailable("ANSWER_UNREADABLE");
  if (told.data.code !== SUCCESS) return unavailable(told.data.sub_code ?? told.data.code);
  const read = shape.safeParse(content);
  return read.success ? read.data : unavailable("ANSWER_UNREADABLE");
}
