import { describe, expect, test } from "vitest";
import { isReadablePost, MAX_BODY_BYTES, refusalOf } from "@/lib/server/request-guard";

const HOST = "etax.example";
const form = "multipart/form-data; boundary=x";

function ask(method: string, path: string, headers: Record<string, string>) {
  return refusalOf({ method, path, headers: new Headers({ host: HOST, ...headers }) });
}

describe("N1 requests refused before anything reads them", () => {
  const own = { origin: `https://${HOST}`, "content-type": form };

  test.each(["GET", "HEAD", "OPTIONS"])("N1 %s changes nothing and is let through", (method) => {
    expect(ask(method, "/xizang/login", { origin: "https://evil.example" })).toBeNull();
  });

  test.each([
    ["own origin", "/xizang/login", own, null],
    [
      "own origin behind a front server",
      "/",
      { ...own, host: "inner", "x-forwarded-host": HOST },
      null,
    ],
    ["script call", "/", { origin: own.origin, "next-action": "00" }, null],
    ["another site", "/xizang/login", { ...own, origin: "https://evil.example" }, 403],
    ["another port", "/xizang/login", { ...own, origin: `https://${HOST}:8443` }, 403],
    ["opaque origin", "/xizang/login", { ...own, origin: "null" }, 403],
    ["no origin to a page", "/xizang/login", { "content-type": form }, 403],
    ["no origin to an interface", "/api/human-check", {}, null],
    ["another site to an interface", "/api/human-check", { origin: "https://evil.example" }, 403],
    ["another site asking for a login", "/oidc/auth", { origin: "https://system.example" }, null],
    ["a page without origin asking for a login", "/oidc/auth", { origin: "null" }, null],
    [
      "another site asking for the logout",
      "/oidc/session/end",
      { origin: "https://system.example" },
      null,
    ],
    [
      "another site confirming the logout",
      "/oidc/session/end/confirm",
      { origin: "https://system.example" },
      403,
    ],
    ["another site to the provider", "/oidc/token", { origin: "https://system.example" }, 403],
    ["too long a request for a login", "/oidc/auth", { "content-length": "70000" }, 413],
    ["largest body", "/", { ...own, "content-length": String(MAX_BODY_BYTES) }, null],
    ["larger body", "/", { ...own, "content-length": String(MAX_BODY_BYTES + 1) }, 413],
    ["larger body to an interface", "/api/x", { "content-length": "70000" }, 413],
    ["frames of a camera", "/api/companion-face", { "content-length": "5242880" }, null],
    ["too many frames", "/api/companion-face", { "content-length": "5242881" }, 413],
    ["length untold", "/", { ...own, "transfer-encoding": "chunked" }, 411],
    ["no form", "/", { ...own, "content-type": "application/json" }, 415],
    [
      "form that is not multipart",
      "/",
      { ...own, "content-type": "application/x-www-form-urlencoded" },
      415,
    ],
  ] as const)("N1 %s", (_name, path, headers, status) => {
    expect(ask("POST", path, headers)).toBe(status);
  });

  test.each(["PUT", "PATCH", "DELETE"])("N1 %s is no method of pages", (method) => {
    expect(ask(method, "/xizang/login", own)).toBe(405);
    expect(ask(method, "/api/x", {})).toBeNull();
    expect(ask(method, "/oidc/auth", { origin: "https://system.example" })).toBe(403);
  });
});

describe("N1 posts that no action could decode", () => {
  const action = "4040e927ad4a2b26f25c0592dbc946ee7a5f5522d5";
  const post = (body: BodyInit, headers: Record<string, string> = {}) =>
    isReadablePost(new Request(`https://${HOST}/`, { method: "POST", body, headers }));
  const formOf = (parts: Record<string, string>) => {
    const data = new FormData();
    for (const [name, value] of Object.entries(parts)) data.set(name, value);
    return data;
  };

  test.each([
    ['[{"account":"李明"}]', true],
    ["[]", true],
    ['["$$price","$undefined","$D2026-11-22T00:00:00.000Z","$n12","$NaN"]', true],
    ['[{"account":', false],
    ['{"account":"x"}', false],
    ["", false],
    ['["$F1"]', false],
    ['[{"deep":["$@1"]}]', false],
    ['["$K1"]', false],
    ['["$nothing"]', false],
  ])("N1 call by script with %s", async (body, readable) => {
    expect(await post(body, { "next-action": action })).toBe(readable);
  });

  test("N1 an action identifier of another form is refused", async () => {
    expect(await post("[]", { "next-action": "../secret" })).toBe(false);
  });

  test("N1 forms: whole ones pass, broken ones and calls without a root do not", async () => {
    expect(await post(formOf({ account: "李明" }))).toBe(true);
    expect(await post(formOf({ 0: '["$K1"]', "1_a": "x" }), { "next-action": action })).toBe(true);
    expect(await post(formOf({ 0: "[1" }), { "next-action": action })).toBe(false);
    expect(await post(formOf({ 1: "1" }), { "next-action": action })).toBe(false);
    expect(await post("garbage", { "content-type": form })).toBe(false);
    expect(await post("garbage", { "content-type": "multipart/form-data" })).toBe(false);
  });
});
