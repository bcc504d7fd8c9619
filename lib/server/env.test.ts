import { generateKeyPairSync } from "node:crypto";
import { describe, expect, test } from "vitest";
import { EnvironmentError, readEnvironment } from "@/lib/server/env";
import { secretFor } from "@/lib/server/secrets";

const secrets = {
  PORTAL_SECRET: "a".repeat(43),
  DATA_KEY: `k1.${"b".repeat(43)}`,
  BLIND_INDEX_KEY: "c".repeat(43),
  NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: `${"d".repeat(43)}=`,
};

function problemOf(source: Record<string, string | undefined>): string {
  try {
    readEnvironment(source);
  } catch (error) {
    if (error instanceof EnvironmentError) return error.message;
    throw error;
  }
  return "";
}

describe("environment", () => {
  test("secrets alone are enough; the rest has defaults", () => {
    expect(readEnvironment(secrets)).toMatchObject({
      PORT: 3000,
      APP_URL: "http://localhost:3000",
      DATABASE_URL: "file:./data/portal.db",
      OUTBOX: false,
      FIXED_REGION: "",
      REQUESTS_PER_ADDRESS: 600,
    });
  });

  test("E4 business systems are named with their addresses", () => {
    expect(readEnvironment(secrets).BUSINESS_SYSTEM_URLS).toEqual({});
    const text = "invoice=https://invoice.example/, query=https://query.example/tax?from=portal";
    expect(
      readEnvironment({ ...secrets, BUSINESS_SYSTEM_URLS: text }).BUSINESS_SYSTEM_URLS,
    ).toEqual({
      invoice: "https://invoice.example/",
      query: "https://query.example/tax?from=portal",
    });
  });

  test("the default address follows the port, and a given address loses its path", () => {
    expect(readEnvironment({ ...secrets, PORT: "8080" }).APP_URL).toBe("http://localhost:8080");
    expect(readEnvironment({ ...secrets, APP_URL: "https://etax.example/login" }).APP_URL).toBe(
      "https://etax.example",
    );
  });

  test.each(Object.keys(secrets))("without %s the sentence names it in both languages", (name) => {
    for (const absent of [undefined, ""]) {
      const sentence = problemOf({ ...secrets, [name]: absent });
      expect(sentence).toContain(`缺少环境变量 ${name}`);
      expect(sentence).toContain(`Missing: ${name}`);
    }
  });

  test.each([
    ["PORTAL_SECRET", "short"],
    ["DATA_KEY", "b".repeat(43)],
    ["NEXT_SERVER_ACTIONS_ENCRYPTION_KEY", "d".repeat(43)],
    ["DATABASE_URL", "mysql://localhost/portal"],
    ["APP_URL", "etax.example"],
    ["APP_URL", "ftp://etax.example"],
    ["PORT", "0"],
    ["PORT", "65536"],
    ["PORT", "3e3"],
    ["OUTBOX", "yes"],
    ["BUSINESS_SYSTEM_URLS", "invoice=http://invoice.example"],
    ["BUSINESS_SYSTEM_URLS", "nowhere=https://invoice.example"],
    ["BUSINESS_SYSTEM_URLS", "https://invoice.example"],
    ["SMTP_URL", "mail.example"],
    ["MAIL_FROM", "portal@etax.example\r\nBcc: other@etax.example"],
    ["REQUESTS_PER_ADDRESS", "-1"],
    ["CERTIFICATE_PROXY_SECRET", "short"],
  ])("a malformed %s is named and its value is not shown (%s)", (name, value) => {
    const sentence = problemOf({ ...secrets, [name]: value });
    expect(sentence).toContain(`Malformed: ${name};`);
    expect(sentence).not.toContain(value.length > 2 ? value : "\0");
  });
});

describe("the identity authority", () => {
  const url = "https://idv.example/api";
  const key = "e".repeat(43);

  test("is used when its address and key are given; neither is needed", () => {
    const given = { ...secrets, IDENTITY_AUTHORITY_URL: url, IDENTITY_AUTHORITY_KEY: key };
    expect(readEnvironment(given).IDENTITY_AUTHORITY_URL).toBe(url);
    expect(readEnvironment(secrets).IDENTITY_AUTHORITY_URL).toBeUndefined();
  });

  test.each([
    ["address", { IDENTITY_AUTHORITY_URL: url }, "IDENTITY_AUTHORITY_KEY"],
    ["key", { IDENTITY_AUTHORITY_KEY: key }, "IDENTITY_AUTHORITY_URL"],
  ])("N1 with its %s alone is refused", (_, given, absent) => {
    expect(problemOf({ ...secrets, ...given })).toContain(`Missing: ${absent}`);
  });
});

describe("支付宝 and 微信", () => {
  const keys = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const publicKey = keys.publicKey.export({ format: "der", type: "spki" }).toString("base64");
  const privateKey = (type: "pkcs8" | "pkcs1") =>
    keys.privateKey.export({ format: "der", type }).toString("base64");
  const alipay = {
    ALIPAY_APP_ID: "2016073100135823",
    ALIPAY_PRIVATE_KEY: privateKey("pkcs8"),
    ALIPAY_PUBLIC_KEY: publicKey,
  };

  test("R4 支付宝's keys are read as its tool writes them, in both forms", () => {
    for (const type of ["pkcs8", "pkcs1"] as const) {
      const read = readEnvironment({ ...secrets, ...alipay, ALIPAY_PRIVATE_KEY: privateKey(type) });
      expect(read.ALIPAY_PRIVATE_KEY?.equals(keys.privateKey)).toBe(true);
      expect(read.ALIPAY_PUBLIC_KEY?.equals(keys.publicKey)).toBe(true);
      expect(read.ALIPAY_GATEWAY).toBe("https://openapi.alipay.com/gateway.do");
    }
  });

  test("N1 what is missing, malformed or unprotected is named, and never shown", () => {
    const { ALIPAY_PUBLIC_KEY: _, ...unverified } = alipay;
    expect(problemOf({ ...secrets, ...unverified })).toContain("Missing: ALIPAY_PUBLIC_KEY");
    const malformed = problemOf({ ...secrets, ...alipay, ALIPAY_PRIVATE_KEY: publicKey });
    expect(malformed).toContain("Malformed: ALIPAY_PRIVATE_KEY");
    expect(malformed).not.toContain(publicKey);
    expect(problemOf({ ...secrets, WECHAT_RULE_ID: "1" })).toContain(
      "Missing: WECHAT_SECRET_ID, WECHAT_SECRET_KEY",
    );
    expect(problemOf({ ...secrets, WECHAT_GATEWAY: "http://faceid.example/" })).toContain(
      "Malformed: WECHAT_GATEWAY",
    );
  });
});

describe("N1 derived secrets", () => {
  test("N1 one purpose always gives the same 32 bytes, another purpose others", () => {
    expect(secretFor("one")).toBe(secretFor("one"));
    expect(Buffer.from(secretFor("one"), "base64url")).toHaveLength(32);
    expect(secretFor("one")).not.toBe(secretFor("two"));
  });
});
