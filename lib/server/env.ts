import "server-only";
import { createPrivateKey, createPublicKey, type KeyObject } from "node:crypto";
import { z } from "zod";
import { checkEmail } from "@/lib/domain/email-address";
import { BUSINESS_SYSTEMS, type BusinessSystem } from "@/lib/domain/function-tree-types";

const BASE64URL_32_BYTES = /^[A-Za-z0-9_-]{43,}$/;

const switchValue = z
  .enum(["0", "1", ""])
  .default("0")
  .transform((value) => value === "1");

const wholeNumber = (fallback: number, max: number) =>
  z
    .string()
    .regex(/^\d+$/)
    .default(String(fallback))
    .transform(Number)
    .pipe(z.number().int().min(1).max(max));

/** An RSA key as 支付宝's tool writes it: base64 (DER) without header lines. */
const rsaKey = (read: (der: Buffer) => KeyObject) =>
  z.string().transform((value, context) => {
    try {
      return read(Buffer.from(value, "base64"));
    } catch {
      context.addIssue({ code: "custom", message: "no key" });
      return z.NEVER;
    }
  });

const privateKey = rsaKey((key) => {
  try {
    return createPrivateKey({ key, format: "der", type: "pkcs8" });
  } catch {
    return createPrivateKey({ key, format: "der", type: "pkcs1" });
  }
});
const publicKey = rsaKey((key) => createPublicKey({ key, format: "der", type: "spki" }));

/** https, except on this machine. */
const LOCAL_OR_SECURE = /^(https:\/\/|http:\/\/(127\.0\.0\.1|localhost)[:/])/;

/** An address of an outside service. */
const serviceAddress = (fallback: string) =>
  z
    .url()
    .refine((value) => LOCAL_OR_SECURE.test(value))
    .default(fallback);

/** A name or key of an outside service. */
const shortValue = z.string().min(1).max(128).optional();

/** Addresses of business systems: `invoice=https://…,query=https://…`, by the names in `BUSINESS_SYSTEMS`. */
const businessSystems = z
  .string()
  .default("")
  .transform((text, context) => {
    const urls: Partial<Record<BusinessSystem, string>> = {};
    for (const part of text.split(",").filter((each) => each.trim() !== "")) {
      const [, name = "", url = ""] = /^\s*([a-z-]+)=(https:\/\/\S+)\s*$/.exec(part) ?? [];
      if (!Object.hasOwn(BUSINESS_SYSTEMS, name) || !URL.canParse(url)) {
        context.addIssue({ code: "custom", message: "no business system" });
        return z.NEVER;
      }
      urls[name as BusinessSystem] = url;
    }
    return urls;
  });

/** Settings that only work together. */
const TOGETHER = [
  ["IDENTITY_AUTHORITY_URL", "IDENTITY_AUTHORITY_KEY"],
  ["SMTP_URL", "MAIL_FROM"],
  ["SMS_URL", "SMS_KEY"],
  [
    "ALIYUN_SMS_KEY_ID",
    "ALIYUN_SMS_KEY_SECRET",
    "ALIYUN_SMS_SIGN",
    "ALIYUN_SMS_CODE_TEMPLATE",
    "ALIYUN_SMS_NOTICE_TEMPLATE",
  ],
  [
    "TENCENT_SMS_SECRET_ID",
    "TENCENT_SMS_SECRET_KEY",
    "TENCENT_SMS_APP_ID",
    "TENCENT_SMS_SIGN",
    "TENCENT_SMS_CODE_TEMPLATE",
    "TENCENT_SMS_NOTICE_TEMPLATE",
  ],
  ["ALIPAY_APP_ID", "ALIPAY_PRIVATE_KEY", "ALIPAY_PUBLIC_KEY"],
  ["WECHAT_SECRET_ID", "WECHAT_SECRET_KEY", "WECHAT_RULE_ID"],
] as const;

const schema = z
  .object({
    NODE_ENV: z.enum(["development", "production", "test"]).default("development"),
    PORT: wholeNumber(3000, 65_535),
    /** `file:…` (SQLite) or `postgres://…`. */
    DATABASE_URL: z
      .string()
      .regex(/^(file:|postgres:\/\/|postgresql:\/\/)./)
      .default("file:./data/portal.db"),
    /** Origin visitors use, without a path. */
    APP_URL: z
      .url({ protocol: /^https?$/ })
      .transform((value) => new URL(value).origin)
      .optional(),
    /** Root secret; purposes derive theirs with `secretFor`. */
    PORTAL_SECRET: z.string().regex(BASE64URL_32_BYTES),
    /** Key for personal data at rest: key id, dot, 32 bytes base64url. */
    DATA_KEY: z.string().regex(/^k\d+\.[A-Za-z0-9_-]{43}$/),
    /** Further keys that decrypt, separated by commas (`npm run keys:rotate`). */
    DATA_KEYS_OLD: z.string().default(""),
    /** Key of the blind indexes that find encrypted values. */
    BLIND_INDEX_KEY: z.string().regex(BASE64URL_32_BYTES),
    /** Read by Next itself when it builds; 32 bytes base64. */
    NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: z.string().regex(/^[A-Za-z0-9+/]{43}=$/),
    /** Shows `/dev/outbox` in production too. */
    OUTBOX: switchValue,
    /** Slug of the only bureau served here; empty: all. */
    FIXED_REGION: z.string().default(""),
    /** Largest file of registry data (数据导入), MiB. */
    IMPORT_MAX_MB: wholeNumber(64, 1_000),
    /** Folder such files wait in, encrypted, while they are read; the same one for all machines. */
    IMPORT_FOLDER: z.string().default("./data/imports"),
    /** Requests one address may make to sensitive endpoints in ten minutes. */
    REQUESTS_PER_ADDRESS: wholeNumber(600, 1_000_000_000),
    /** Outside identity authority that verifies faces; absent: the embedded engine. */
    IDENTITY_AUTHORITY_URL: z.url({ protocol: /^https?$/ }).optional(),
    /** Key shared with the authority, base64url. */
    IDENTITY_AUTHORITY_KEY: z.string().regex(BASE64URL_32_BYTES).optional(),
    /** File or folder with the certificates of the authorities whose certificates sign in (税务数字证书). */
    CERTIFICATE_TRUST_ANCHORS: z.string().default("./data/certificates/anchors"),
    /** File or folder with their revocation lists. */
    CERTIFICATE_CRLS: z.string().default("./data/certificates/crls"),
    /** Secret by which a front server that terminates TLS is believed about certificates; absent: no one is. */
    CERTIFICATE_PROXY_SECRET: z.string().regex(BASE64URL_32_BYTES).optional(),
    /** The bureau's short message platform; absent: text messages go to the outbox. */
    SMS_URL: z
      .url()
      .refine((value) => LOCAL_OR_SECURE.test(value))
      .optional(),
    /** Key shared with it, base64url. */
    SMS_KEY: z.string().regex(BASE64URL_32_BYTES).optional(),
    /** Providers of text messages in the order they are asked; one without settings is passed over. */
    SMS_PROVIDERS: z
      .string()
      .default("platform,aliyun,tencent")
      .transform((text) => text.split(","))
      .pipe(z.array(z.enum(["platform", "aliyun", "tencent"]))),
    /** Last part of the address to which 阿里云 and 腾讯云 push receipts; absent: none are taken. */
    SMS_RECEIPT_SECRET: z.string().regex(BASE64URL_32_BYTES).optional(),
    /** 阿里云短信: key (RAM 用户), 短信签名 and numbers of the two templates. */
    ALIYUN_SMS_KEY_ID: shortValue,
    ALIYUN_SMS_KEY_SECRET: shortValue,
    ALIYUN_SMS_SIGN: shortValue,
    ALIYUN_SMS_CODE_TEMPLATE: shortValue,
    ALIYUN_SMS_NOTICE_TEMPLATE: shortValue,
    ALIYUN_SMS_GATEWAY: serviceAddress("https://dysmsapi.aliyuncs.com/"),
    /** 腾讯云短信: key, SmsSdkAppId, 短信签名 and numbers of the two templates. */
    TENCENT_SMS_SECRET_ID: shortValue,
    TENCENT_SMS_SECRET_KEY: shortValue,
    TENCENT_SMS_APP_ID: shortValue,
    TENCENT_SMS_SIGN: shortValue,
    TENCENT_SMS_CODE_TEMPLATE: shortValue,
    TENCENT_SMS_NOTICE_TEMPLATE: shortValue,
    TENCENT_SMS_GATEWAY: serviceAddress("https://sms.tencentcloudapi.com/"),
    /** Mail servers in the order they are asked, separated by commas; absent: mail goes to the outbox. */
    SMTP_URL: z
      .string()
      .transform((text) => text.split(",").map((each) => each.trim()))
      .pipe(z.array(z.url({ protocol: /^smtps?$/ })))
      .optional(),
    /** Address mail is sent from. */
    MAIL_FROM: z
      .string()
      .refine((value) => checkEmail(value) === null)
      .optional(),
    /** 支付宝身份认证: number of the application; absent: the embedded stand-in. */
    ALIPAY_APP_ID: z
      .string()
      .regex(/^\d{1,32}$/)
      .optional(),
    /** The application's own key, PKCS#8 or PKCS#1. */
    ALIPAY_PRIVATE_KEY: privateKey.optional(),
    /** 支付宝公钥, which verifies its answers. */
    ALIPAY_PUBLIC_KEY: publicKey.optional(),
    ALIPAY_GATEWAY: serviceAddress("https://openapi.alipay.com/gateway.do"),
    /** 腾讯云人脸核身, whose page opens in 微信; absent: the embedded stand-in. */
    WECHAT_SECRET_ID: z
      .string()
      .regex(/^\w{1,64}$/)
      .optional(),
    WECHAT_SECRET_KEY: z.string().max(128).optional(),
    /** 业务流程 (RuleId) of its console. */
    WECHAT_RULE_ID: z
      .string()
      .regex(/^\w{1,32}$/)
      .optional(),
    WECHAT_GATEWAY: serviceAddress("https://faceid.tencentcloudapi.com/"),
    /** Business systems that functions of the main page open; those not named say that they are not connected. */
    BUSINESS_SYSTEM_URLS: businessSystems,
    /** Business systems on this machine may sign people in (单点登录) in production too: for trying it out. */
    OIDC_ALLOW_LOOPBACK: switchValue,
    /** Finest kind of line in the log. */
    LOG_LEVEL: z.enum(["debug", "info", "warn", "error", "fatal", "silent"]).optional(),
    /** Lets in who reads the measurements at `/api/metrics`; absent: nothing is measured. */
    METRICS_TOKEN: z.string().regex(BASE64URL_32_BYTES).optional(),
    /** Collector of OpenTelemetry (OTLP over HTTP); absent: no traces. */
    OTEL_EXPORTER_OTLP_ENDPOINT: z.url({ protocol: /^https?$/ }).optional(),
    /** Social insurance system (社保费征收系统) that 纯社保户 are handed over to; absent: a page says so. */
    SOCIAL_INSURANCE_URL: z.url({ protocol: /^https?$/ }).optional(),
    /** Key that signs the handover, base64url; absent: nothing is asserted and that system signs in itself. */
    SOCIAL_INSURANCE_KEY: z.string().regex(BASE64URL_32_BYTES).optional(),
  })
  .superRefine((given, context) => {
    for (const names of TOGETHER) {
      const absent = names.filter((name) => given[name] === undefined);
      if (absent.length === names.length) continue;
      for (const name of absent) context.addIssue({ code: "custom", path: [name] });
    }
  })
  .transform(({ APP_URL, ...rest }) => ({
    ...rest,
    APP_URL: APP_URL ?? `http://localhost:${rest.PORT}`,
  }));

export type Environment = z.output<typeof schema>;

/** An unusable environment (环境变量), told in one sentence per language. Never holds a value. */
export class EnvironmentError extends Error {
  override name = "EnvironmentError";
}

/**
 * Checks a set of environment variables; empty ones count as absent.
 * @throws EnvironmentError naming every variable that is missing or malformed
 */
export function readEnvironment(source: Record<string, string | undefined>): Environment {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value));
  const result = schema.safeParse(given);
  if (result.success) return result.data;
  const named = [...new Set(result.error.issues.map((issue) => String(issue.path[0])))];
  const missing = named.filter((name) => !(name in given));
  const malformed = named.filter((name) => name in given);
  throw new EnvironmentError(
    [
      missing.length > 0 &&
        `缺少环境变量 ${missing.join("、")}，请写入环境变量或 .env 文件。 Missing: ${missing.join(", ")}; set them in the environment or in .env.`,
      malformed.length > 0 &&
        `环境变量格式不正确：${malformed.join("、")}，格式见 .env.example。 Malformed: ${malformed.join(", ")}; see .env.example.`,
    ]
      .filter(Boolean)
      .join("\n"),
  );
}

let current: Environment | undefined;

/**
 * The environment of this process, read at first use so that a build needs no secrets.
 * @throws EnvironmentError
 */
export function env(): Environment {
  current ??= readEnvironment(process.env);
  return current;
}
