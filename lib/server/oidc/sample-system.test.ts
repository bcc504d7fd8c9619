import "@/prisma/testing/demo-database";
import { type ChildProcess, spawn } from "node:child_process";
import { createPrivateKey, randomUUID, sign } from "node:crypto";
import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { FUNCTIONS } from "@/lib/domain/function-tree";
import { newClientForm } from "@/lib/schemas/oidc-client";
import { db } from "@/lib/server/db";
import { answer } from "@/lib/server/oidc/bridge";
import { registerByCommand } from "@/lib/server/oidc/client-command";
import { keySet } from "@/lib/server/oidc/keys";
import { relationId, signIn } from "@/prisma/testing/demo-session";

// examples/relying-party as a process, and the provider of this process on a port of its own.

const portal = vi.hoisted(() => ({ origin: "" }));
vi.mock("@/lib/server/env", async (original) => {
  const actual = await original<typeof import("@/lib/server/env")>();
  return { ...actual, env: () => ({ ...actual.env(), APP_URL: portal.origin }) };
});

let server: Server;
let sample: ChildProcess;
let origin: string;
let clientId: string;

async function listen(made: Server): Promise<string> {
  made.listen(0, "127.0.0.1");
  await once(made, "listening");
  return `http://localhost:${(made.address() as AddressInfo).port}`;
}

/** The part of Next: an address below /oidc is answered by the provider. */
const provider = () =>
  createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const headers = new Headers();
    for (const [name, value] of Object.entries(request.headers)) headers.set(name, String(value));
    const body = request.method === "POST" ? Buffer.concat(chunks) : undefined;
    const { method } = request;
    const answered = await answer(
      new Request(portal.origin + request.url, { method, headers, body }),
    );
    for (const [name, value] of answered.headers) response.appendHeader(name, value);
    response.writeHead(answered.status).end(Buffer.from(await answered.arrayBuffer()));
  });

beforeAll(async () => {
  server = provider();
  portal.origin = await listen(server);
  const reserved = createServer();
  origin = await listen(reserved);
  reserved.close();
  const form = newClientForm.parse({
    name: "示例系统",
    businessSystem: "invoice",
    kind: "FIRST_PARTY",
    authMethod: "CLIENT_SECRET_BASIC",
    jwks: "",
    redirectUris: `${origin}/callback`,
    postLogoutRedirectUris: `${origin}/`,
    backchannelLogoutUri: `${origin}/backchannel-logout`,
    loginUri: `${origin}/login`,
    pairwise: false,
    functions: FUNCTIONS.map(({ code }) => code),
    reason: "登记示例系统",
  });
  const done = await registerByCommand(form, "shandong", new Date());
  if (!done.ok || !done.value.secret) throw new Error(JSON.stringify(done));
  clientId = done.value.clientId;
  sample = spawn(process.execPath, ["examples/relying-party/server.mjs"], {
    env: {
      ...process.env,
      ORIGIN: origin,
      ISSUER: `${portal.origin}/oidc`,
      CLIENT_ID: clientId,
      CLIENT_SECRET: done.value.secret,
    },
    stdio: ["ignore", "pipe", "inherit"],
  });
  if (!sample.stdout) throw new Error("no output");
  await once(sample.stdout, "data");
}, 60_000);

afterAll(() => {
  sample.kill("SIGTERM");
  server.closeAllConnections();
  server.close();
});

/** A browser with cookies for both sites, where 王芳 is signed in to the portal. */
async function browser() {
  const id = await relationId("王芳", "泰岳");
  const token = await signIn("王芳", "shandong", { entry: "ENTERPRISE", relationId: id });
  const cookies = new Map([[portal.origin, new Map([["portal.session", token]])]]);
  const open = async (url: string, method = "GET"): Promise<{ at: URL; text: string }> => {
    const at = new URL(url, origin);
    const own = cookies.get(at.origin) ?? new Map<string, string>();
    cookies.set(at.origin, own);
    const cookie = [...own].map(([name, value]) => `${name}=${value}`).join("; ");
    const answered = await fetch(at, { method, headers: { cookie }, redirect: "manual" });
    for (const line of answered.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      own.set(name, value);
    }
    const location = answered.headers.get("location");
    const to = location && new URL(location, at);
    // A page of the portal itself is not there to be opened.
    if (to && (to.origin === origin || to.pathname.startsWith("/oidc/"))) return open(to.href);
    return { at: to || at, text: await answered.text() };
  };
  return open;
}

/** A logout token of the portal's for a session of the sample (OpenID Connect Back-Channel Logout 1.0). */
async function logoutToken(sid: string, more: object = {}): Promise<string> {
  const [key] = (await keySet(new Date())).keys;
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
  const now = Math.floor(Date.now() / 1000);
  const claims = {
    iss: `${portal.origin}/oidc`,
    aud: clientId,
    iat: now,
    exp: now + 120,
    jti: randomUUID(),
    sid,
    events: { "http://schemas.openid.net/event/backchannel-logout": {} },
    ...more,
  };
  const text = `${part({ alg: "RS256", kid: key?.kid, typ: "logout+jwt" })}.${part(claims)}`;
  const privateKey = createPrivateKey({ key: key as never, format: "jwk" });
  return `${text}.${sign("sha256", Buffer.from(text), privateKey).toString("base64url")}`;
}

const tell = (logout_token: string) =>
  fetch(`${origin}/backchannel-logout`, {
    method: "POST",
    body: new URLSearchParams({ logout_token }),
  });

test("OIDC the sample begins a login where a function leads, shows claims, refreshes, and leaves by the portal", async () => {
  const open = await browser();
  expect((await open("/")).text).toContain("未登录");
  const iss = encodeURIComponent(`${portal.origin}/oidc`);
  const page = await open(`/login?iss=${iss}&function=invoice-issue`);
  expect(page.at.href).toBe(`${origin}/`);
  expect(page.text).toContain("已登录");
  expect(page.text).toContain("invoice-issue");
  expect(page.text).toContain("王芳");
  expect((await open("/refresh", "POST")).text).toContain("已续期");
  const left = await open("/logout", "POST");
  expect(left.at.origin).toBe(portal.origin);
  expect((await open("/")).text).toContain("未登录");
});

test("OIDC the sample begins no login for another issuer, and takes no answer it did not ask for", async () => {
  const open = await browser();
  expect((await open("/login?iss=https%3A%2F%2Fevil.example")).text).toContain("issuer?");
  const forged = await open(`/callback?code=stolen&state=x&iss=${portal.origin}/oidc`);
  // Nothing was asked: it asks now, as itself.
  expect(forged.text).toContain("已登录");
});

test("OIDC the sample ends a session by a logout token, and by nothing that looks like one", async () => {
  const open = await browser();
  await open("/login");
  const { sid } = await db.oidcGrant.findFirstOrThrow({
    where: { clientId, endedAt: null },
    orderBy: { createdAt: "desc" },
  });
  for (const forged of [
    { nonce: "n" },
    { events: {} },
    { aud: "another" },
    { iss: "https://evil.example" },
    { exp: 1 },
  ]) {
    expect((await tell(await logoutToken(sid, forged))).status).toBe(400);
  }
  expect((await tell("x")).status).toBe(400);
  expect((await open("/")).text).toContain("已登录");
  expect((await tell(await logoutToken(sid))).status).toBe(200);
  expect((await open("/")).text).toContain("未登录");
});
