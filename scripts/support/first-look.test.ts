import { createServer, type IncomingHttpHeaders, request } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { refusedAtSight } from "./first-look.mjs";

const got: { url: string | undefined; range: string | undefined }[] = [];
const server = createServer(({ url, headers }, response) => {
  got.push({ url, range: headers.range });
  response.end("through");
});

beforeAll(() => new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve)));
afterAll(() => server.close());

/** Asks as no browser would; the answer's status and headers. */
function ask(path: string, { method = "GET", headers = {} as Record<string, string> } = {}) {
  const { port } = server.address() as AddressInfo;
  return new Promise<{ status: number; headers: IncomingHttpHeaders }>((resolve, reject) => {
    request({ port, path, method, headers, host: "127.0.0.1" }, (answer) => {
      answer.resume();
      resolve({ status: answer.statusCode ?? 0, headers: answer.headers });
    })
      .on("error", reject)
      .end();
  });
}

test.each(["/%ff", "/%E0%A4%A", "/oidc/%", "/shandong/%c0%af/login?x=1"])(
  "N1 an address that cannot be decoded is refused with 400: %s",
  async (path) => {
    const { status, headers } = await ask(path);
    expect(status).toBe(400);
    expect(headers["content-security-policy"]).toMatch(/^default-src 'none'/);
    expect(headers["x-content-type-options"]).toBe("nosniff");
    expect(headers["x-frame-options"]).toBe("DENY");
  },
);

test.each(["[::1", "x@y:99999", "evil.example/%0d", "a:99999", "a b", "a?b", "a\\b"])(
  "N1 a host that is none is refused with 400: %s",
  async (host) => expect((await ask("/", { headers: { host } })).status).toBe(400),
);

test("N1 TRACE is refused with 405, and nothing refused gets through", async () => {
  got.length = 0;
  expect((await ask("/", { method: "TRACE" })).status).toBe(405);
  expect((await ask("/%")).status).toBe(400);
  expect(got).toEqual([]);
});

test("N1 whatever else is asked gets through; parts of a file are nobody's to ask for", async () => {
  for (const host of ["portal.example", "localhost:3000", "[::1]:3000", "10.0.0.7", "a_b"]) {
    expect(refusedAtSight({ method: "GET", url: "/", headers: { host } }), host).toBeNull();
  }
  got.length = 0;
  const url = "/%E7%A8%8E?flow=%ff";
  for (const range of ["bytes=a-b", "bytes=999-", "bytes=0-99"]) {
    expect((await ask(url, { headers: { range } })).status).toBe(200);
  }
  expect(got.map(({ range }) => range)).toEqual([undefined, undefined, undefined]);
  expect(got[0]?.url).toBe(url);
});

test("N1 every answer says HSTS where visitors come by https, files and refusals included", async () => {
  expect((await ask("/_next/static/x.js")).headers["strict-transport-security"]).toBeUndefined();
  vi.stubEnv("APP_URL", "https://portal.example");
  vi.resetModules();
  await import("./first-look.mjs");
  vi.unstubAllEnvs();
  for (const path of ["/_next/static/x.js", "/%ff"]) {
    expect((await ask(path)).headers["strict-transport-security"]).toBe("max-age=31536000");
  }
});
