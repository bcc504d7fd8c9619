import "server-only";
import { z } from "zod";
import { checkEmail } from "@/lib/domain/email-address";

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
    /** Key of the blind indexes that find encrypted values. */
    BLIND_INDEX_KEY: z.string().regex(BASE64URL_32_BYTES),
    /** Read by Next itself when it builds; 32 bytes base64. */
    NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: z.string().regex(/^[A-Za-z0-9+/]{43}=$/),
    /** Shows `/dev/outbox` in production too. */
    OUTBOX: switchValue,
    /** Slug of the only bureau served here; empty: all. */
    FIXED_REGION: z.string().default(""),
    /** Requests one address may make to sensitive endpoints in ten minutes. */
    REQUESTS_PER_ADDRESS: wholeNumber(600, 1_000_000_000),
    /** Outside identity authority that verifies faces; absent: the embedded engine. */
    IDENTITY_AUTHORITY_URL: z.url({ protocol: /^https?$/ }).optional(),
    /** Key shared with the authority, base64url. */
    IDENTITY_AUTHORITY_KEY: z.string().regex(BASE64URL_32_BYTES).optional(),
    /** Mail server; absent: mail goes to the outbox. */
    SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
    /** Address mail is sent from. */
    MAIL_FROM: z
      .string()
      .refine((value) => checkEmail(value) === null)
      .optional(),
  })
  .refine(
    (given) =>
      (given.IDENTITY_AUTHORITY_URL === undefined) === (given.IDENTITY_AUTHORITY_KEY === undefined),
    { path: ["IDENTITY_AUTHORITY_KEY"] },
  )
  .refine((given) => (given.SMTP_URL === undefined) === (given.MAIL_FROM === undefined), {
    path: ["MAIL_FROM"],
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
