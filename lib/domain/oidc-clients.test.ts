import { describe, expect, test } from "vitest";
import {
  browserUriProblem,
  calledUriProblem,
  loginInitiation,
  sectorOf,
} from "@/lib/domain/oidc-clients";

const STRICT = { loopback: false };
const LOOSE = { loopback: true };

describe("OIDC an address a browser is sent to", () => {
  test.each([
    "https://invoice.example/callback",
    "https://invoice.example",
    "https://invoice.example:8443/a/b?tenant=1",
    "https://10.1.2.3/callback",
    "https://[2400:3200::1]/callback",
    "https://xn--fiqs8s.example/callback",
  ])("may be %s", (uri) => expect(browserUriProblem(uri, STRICT)).toBeNull());

  test.each([
    ["", "CLIENT_URI_INVALID"],
    ["invoice.example/callback", "CLIENT_URI_INVALID"],
    ["/callback", "CLIENT_URI_INVALID"],
    ["//invoice.example/callback", "CLIENT_URI_INVALID"],
    ["https:invoice.example", "CLIENT_URI_INVALID"],
    ["https:/invoice.example", "CLIENT_URI_INVALID"],
    ["https:///invoice.example", "CLIENT_URI_INVALID"],
    ["https://", "CLIENT_URI_INVALID"],
    ["https://invoice.example:99999/", "CLIENT_URI_INVALID"],
    ["javascript:alert(1)", "CLIENT_URI_INVALID"],
    ["data:text/html,x", "CLIENT_URI_INVALID"],
    ["ftp://invoice.example/", "CLIENT_URI_INVALID"],
    ["com.example.app:/callback", "CLIENT_URI_INVALID"],
    ["HTTPS://invoice.example/", "CLIENT_URI_INVALID"],
    ["https://invoice.example/a b", "CLIENT_URI_INVALID"],
    ["https://invoice.example/\n", "CLIENT_URI_INVALID"],
    ["https://invoice.example\\@evil.example/", "CLIENT_URI_INVALID"],
    ["https://税务.example/", "CLIENT_URI_INVALID"],
    ['https://invoice.example/"', "CLIENT_URI_INVALID"],
    [`https://invoice.example/${"a".repeat(500)}`, "CLIENT_URI_INVALID"],
    ["https://*.example/callback", "CLIENT_URI_WILDCARD"],
    ["https://invoice.example/*", "CLIENT_URI_WILDCARD"],
    ["https://invoice.example/#", "CLIENT_URI_FRAGMENT"],
    ["https://invoice.example/callback#done", "CLIENT_URI_FRAGMENT"],
    ["https://user:pass@invoice.example/", "CLIENT_URI_CREDENTIALS"],
    ["https://user@invoice.example/", "CLIENT_URI_CREDENTIALS"],
    ["https://@invoice.example/", "CLIENT_URI_CREDENTIALS"],
    ["https://:@invoice.example/", "CLIENT_URI_CREDENTIALS"],
    ["http://invoice.example/callback", "CLIENT_URI_HTTPS"],
    ["http://localhost:4000/callback", "CLIENT_URI_HTTPS"],
    ["http://127.0.0.1/callback", "CLIENT_URI_HTTPS"],
  ])("may not be %j: %s", (uri, problem) => expect(browserUriProblem(uri, STRICT)).toBe(problem));

  test.each([
    ["http://localhost:4000/callback", null],
    ["http://rp.localhost/callback", null],
    ["http://127.0.0.1:4000/callback", null],
    ["http://[::1]:4000/callback", null],
    ["http://0x7f.1/callback", null],
    ["http://localhost.example/callback", "CLIENT_URI_HTTPS"],
    ["http://notlocalhost/callback", "CLIENT_URI_HTTPS"],
    ["http://127.0.0.1.example/callback", "CLIENT_URI_HTTPS"],
    ["http://10.0.0.1/callback", "CLIENT_URI_HTTPS"],
    ["http://localhost:4000/callback#x", "CLIENT_URI_FRAGMENT"],
  ])("where http on this machine will do, %s: %s", (uri, problem) =>
    expect(browserUriProblem(uri, LOOSE)).toBe(problem),
  );
});

describe("OIDC an address the portal itself calls", () => {
  test.each([
    "https://invoice.example/logout",
    "https://8.8.8.8/logout",
    "https://[2400:3200::1]/logout",
  ])("may be %s", (uri) => expect(calledUriProblem(uri, STRICT)).toBeNull());

  test.each([
    "https://127.0.0.1/logout",
    "https://2130706433/logout",
    "https://0177.0.0.1/logout",
    "https://127.1/logout",
    "https://localhost/logout",
    "https://localhost./logout",
    "https://a.localhost/logout",
    "https://[::1]/logout",
    "https://[::ffff:127.0.0.1]/logout",
    "https://10.0.0.1/logout",
    "https://172.20.0.1/logout",
    "https://192.168.0.1:8443/logout",
    "https://169.254.169.254/latest/meta-data",
    "https://100.64.0.1/logout",
    "https://0.0.0.0/logout",
    "https://[fe80::1]/logout",
    "https://[fd00::1]/logout",
    "https://[64:ff9b::a00:1]/logout",
    "https://intranet/logout",
    "https://printer.local/logout",
    "https://metadata.google.internal/logout",
    "https://router.home.arpa./logout",
  ])("may not be %s", (uri) => expect(calledUriProblem(uri, STRICT)).toBe("CLIENT_URI_PRIVATE"));

  test("is held to the rules of browsers' addresses first", () => {
    expect(calledUriProblem("http://invoice.example/", STRICT)).toBe("CLIENT_URI_HTTPS");
    expect(calledUriProblem("https://10.0.0.1/#x", STRICT)).toBe("CLIENT_URI_FRAGMENT");
  });

  test.each([
    ["http://127.0.0.1:4000/logout", null],
    ["https://localhost/logout", null],
    ["https://10.0.0.1/logout", "CLIENT_URI_PRIVATE"],
    ["https://169.254.169.254/", "CLIENT_URI_PRIVATE"],
  ])("where this machine will do, %s: %s", (uri, problem) =>
    expect(calledUriProblem(uri, LOOSE)).toBe(problem),
  );
});

test.each([
  [["https://a.example/one", "https://a.example/two"], "a.example"],
  [["https://a.example:8443/"], "a.example:8443"],
  [["https://a.example/", "https://b.example/"], null],
  [["https://a.example/", "https://a.example:8443/"], null],
  [[], null],
])("OIDC people have one name at the clients of %j: %s", (uris, sector) =>
  expect(sectorOf(uris)).toBe(sector),
);

describe("OIDC a client is made to begin a login", () => {
  const issuer = "https://etax.example/oidc";
  const start = (loginUri: string, rest: { functionCode?: string; targetUri?: string }) => {
    const to = new URL(loginInitiation(loginUri, { issuer, targetUri: null, ...rest }));
    return { at: to.origin + to.pathname, ...Object.fromEntries(to.searchParams) };
  };

  test("with the issuer, the function, and what its own address says already", () => {
    expect(
      start("https://rp.example/login?tenant=1&iss=https://evil.example", {
        functionCode: "invoice-issue",
        targetUri: "https://rp.example/invoices?a=1&b=2",
      }),
    ).toEqual({
      at: "https://rp.example/login",
      tenant: "1",
      iss: issuer,
      function: "invoice-issue",
      target_link_uri: "https://rp.example/invoices?a=1&b=2",
    });
  });

  test("without a target at another origin, which would make it an open redirect", () => {
    const at = "https://rp.example/login";
    expect(start(at, { targetUri: "https://other.example/" })).toEqual({ at, iss: issuer });
    expect(start(at, { targetUri: "https://rp.example:8443/" })).toEqual({ at, iss: issuer });
  });
});
