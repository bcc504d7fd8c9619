import { describe, expect, test } from "vitest";
import { contentPolicy, readScriptHashes } from "@/lib/server/content-policy";

const base = { nonce: "bm9uY2U=", hashes: [], development: false, secure: true };

describe("N1 content security policy", () => {
  test("N1 a dynamic page may run its nonce, and nothing inline without it", () => {
    const policy = contentPolicy(base);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self' 'nonce-bm9uY2U='");
    expect(policy).toContain("style-src 'self' 'nonce-bm9uY2U='");
    expect(policy).not.toContain("unsafe");
  });

  test("N1 a prerendered page may run exactly its own scripts", () => {
    const policy = contentPolicy({ ...base, nonce: null, hashes: ["sha256-a", "sha256-b"] });
    expect(policy).toContain("script-src 'self' 'sha256-a' 'sha256-b';");
    expect(policy).toContain("style-src 'self';");
    expect(policy).not.toMatch(/unsafe|nonce/);
  });

  test("N1 no framing, no plug-ins, no foreign base or form target", () => {
    expect(contentPolicy(base)).toMatch(
      /base-uri 'none'; form-action 'self'; frame-ancestors 'none'/,
    );
  });

  test("N1 requests are upgraded only where visitors come by https", () => {
    expect(contentPolicy(base)).toContain("upgrade-insecure-requests");
    expect(contentPolicy({ ...base, secure: false })).not.toContain("upgrade-insecure-requests");
  });

  test("N1 only the development server gets what hot reload needs", () => {
    expect(contentPolicy({ ...base, development: true })).toContain("'unsafe-eval'");
  });

  test("N1 a build without hashes is told how to be made", () => {
    expect(() => readScriptHashes("no-such-build")).toThrow("npm run build");
  });
});
