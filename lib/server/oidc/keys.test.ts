import "@/prisma/testing/demo-database";
import { expect, test, vi } from "vitest";
import { db } from "@/lib/server/db";
import { relationId, signIn } from "@/prisma/testing/demo-session";
import {
  authorization,
  newClient,
  OidcBrowser,
  relyingParty,
  signInAt,
  verifiedClaims,
} from "@/prisma/testing/oidc";
import { inProcesses } from "@/prisma/testing/processes";
import { purgeOidcRecords } from "./adapter";
import { keySet, keySetVersion, rotateKeys, rotateWhenDue } from "./keys";

vi.setConfig({ testTimeout: 60_000 });

const DAY_MS = 86_400_000;

/** Nothing signed so far, by nobody: this process begins as a new one. */
async function withoutKeys(): Promise<void> {
  await db.oidcKey.deleteMany();
  delete (globalThis as { oidcProvider?: unknown }).oidcProvider;
}

const later = (now: Date, seconds: number) => new Date(now.getTime() + seconds * 1000);
/** The key a token was signed with. */
const kid = (token = "") =>
  JSON.parse(Buffer.from(token.split(".")[0] ?? "", "base64url").toString()).kid;

test("OIDC the first key is made once, however many processes ask for it", async () => {
  const sets = await Promise.all([1, 2, 3, 4].map(() => keySet(new Date())));
  expect(new Set(sets.map(({ version }) => version)).size).toBe(1);
  expect(await db.oidcKey.count()).toBe(1);
  const { keyCipher } = await db.oidcKey.findFirstOrThrow({ where: { number: 1 } });
  expect(keyCipher).toMatch(/^k\d+\./);
});

test("OIDC of several rotations at once one succeeds, and the key before still verifies", async () => {
  const now = new Date();
  const [before] = (await keySet(now)).keys;
  const done = await Promise.all([1, 2, 3, 4].map(() => rotateKeys(now, "COMMAND")));
  // One that began after another was done rotates once more; never two from the same key.
  expect(done).toContain(true);
  const after = await keySet(later(now, 61));
  expect(after.keys[0]?.kid).not.toBe(before?.kid);
  expect(after.keys.map(({ kid }) => kid)).toContain(before?.kid);
  const numbers = (await db.oidcKey.findMany({ orderBy: { number: "asc" } })).map(
    ({ number }) => number,
  );
  expect(new Set(numbers).size).toBe(numbers.length);
  expect(await db.oidcKey.count({ where: { retiredAt: null } })).toBe(1);
});

test("OIDC after a leak a new key signs at once, and nothing verifies what the former ones signed", async () => {
  const now = new Date();
  await keySet(now);
  await rotateKeys(later(now, -120), "COMMAND");
  const former = (await keySet(now)).keys.map(({ kid }) => kid);
  expect(former.length).toBeGreaterThan(1);
  expect(await rotateKeys(now, "LEAK")).toBe(true);
  const { keys } = await keySet(now);
  expect(keys).toHaveLength(1);
  expect(former).not.toContain(keys[0]?.kid);
  expect(await db.auditEvent.findFirst({ where: { subjectId: keys[0]?.kid ?? "" } })).toMatchObject(
    { action: "ROTATE_OIDC_KEY", detail: '{"by":"LEAK"}' },
  );
});

test("OIDC a key older than 90 days is rotated by schedule, and one long retired is forgotten", async () => {
  const now = new Date();
  await keySet(now);
  expect(await rotateWhenDue(now)).toBe(false);
  const later = new Date(now.getTime() + 91 * DAY_MS);
  expect(await rotateWhenDue(later)).toBe(true);
  expect(await rotateWhenDue(later)).toBe(false);
  const next = new Date(later.getTime() + DAY_MS);
  await rotateWhenDue(next);
  expect((await keySet(next)).keys).toHaveLength(1);
});

test("OIDC a new key is published for a minute before it signs, and the first one signs at once", async () => {
  await withoutKeys();
  const now = new Date();
  const signing = async (at: Date) => (await keySet(at)).keys[0]?.kid;
  const first = await signing(now);
  await rotateKeys(later(now, 10), "COMMAND");
  await rotateKeys(later(now, 40), "COMMAND");
  const [third, second] = await db.oidcKey.findMany({ orderBy: { number: "desc" } });
  expect(await signing(later(now, 69))).toBe(first);
  expect((await keySet(later(now, 69))).keys).toHaveLength(3);
  const before = await keySetVersion(later(now, 69));
  expect(await keySetVersion(later(now, 71))).not.toBe(before);
  expect(await signing(later(now, 71))).toBe(second?.kid);
  expect(await signing(later(now, 101))).toBe(third?.kid);
});

test("OIDC after a rotation elsewhere new tokens have the new key, and old ones still verify", async () => {
  await withoutKeys();
  const id = await relationId("王芳", "泰岳");
  const acting = { entry: "ENTERPRISE", relationId: id } as const;
  const browser = new OidcBrowser(await signIn("王芳", "shandong", acting));
  const config = await relyingParty(await newClient());
  const first = await signInAt(config, browser);
  await rotateKeys(later(new Date(), -61), "COMMAND");
  await new Promise((resolve) => setTimeout(resolve, 3_100));
  const second = await signInAt(config, browser);
  expect(kid(second.id_token)).not.toBe(kid(first.id_token));
  const jwks = await (await browser.get("/oidc/jwks")).json();
  expect(jwks.keys.map((key: { kid: string }) => key.kid)).toEqual([
    kid(second.id_token),
    kid(first.id_token),
  ]);
  expect(JSON.stringify(jwks)).not.toContain('"d"');
  const { url } = await authorization(config, {
    id_token_hint: String(first.id_token),
    prompt: "none",
  });
  expect((await browser.follow(url)).searchParams.get("code")).toBeTruthy();
});

/** Another process rotates, a real client signs in there, and what its key set says comes back with the token. */
const ELSEWHERE = `
  await rotateKeys(new Date(Date.now() - Number(process.env.ROTATED_AGO) * 1000), "COMMAND");
  const config = await relyingParty({ id: process.env.CLIENT, secret: process.env.SECRET });
  const browser = new OidcBrowser(process.env.SESSION);
  const { id_token } = await signInAt(config, browser);
  const { keys } = await (await browser.get("/oidc/jwks")).json();
  return { token: id_token, published: keys.map(({ kid }) => kid) };`;

test.each([
  [0, "signs with the key everybody knows"],
  [61, "signs with the new key, which everybody knows by then"],
])(
  "OIDC a token of a process that rotated %i s ago verifies at another: it %s",
  async (ago, _what) => {
    await withoutKeys();
    const id = await relationId("王芳", "泰岳");
    const acting = { entry: "ENTERPRISE", relationId: id } as const;
    const token = await signIn("王芳", "shandong", acting);
    const client = await newClient();
    const own = await signInAt(await relyingParty(client), new OidcBrowser(token));
    const [there] = (await inProcesses(
      1,
      `import { rotateKeys } from "@/lib/server/oidc/keys";
       import { OidcBrowser, relyingParty, signInAt } from "@/prisma/testing/oidc";`,
      ELSEWHERE,
      { CLIENT: client.id, SECRET: client.secret, SESSION: token, ROTATED_AGO: String(ago) },
    )) as { token: string; published: string[] }[];
    expect(kid(there?.token) === kid(own.id_token)).toBe(ago === 0);
    expect(there?.published).toHaveLength(2);
    // Whoever asks this process for the keys is told of that one, whichever process signed.
    if (ago > 0) await new Promise((resolve) => setTimeout(resolve, 3_100));
    const claims = await verifiedClaims(there?.token);
    expect(claims).toMatchObject({ name: "王芳", aud: client.id, sub: own.claims()?.sub });
  },
);

test("OIDC what has expired is purged, tokens are stored by their hash only", async () => {
  const id = await relationId("王芳", "泰岳");
  const acting = { entry: "ENTERPRISE", relationId: id } as const;
  const browser = new OidcBrowser(await signIn("王芳", "shandong", acting));
  const tokens = await signInAt(await relyingParty(await newClient()), browser);
  const rows = JSON.stringify(await db.oidcRecord.findMany());
  expect(rows).not.toContain(tokens.access_token);
  expect(rows).not.toContain(String(tokens.refresh_token));
  const later = new Date(Date.now() + DAY_MS);
  expect(await purgeOidcRecords(later)).toBeGreaterThan(0);
  expect(await db.oidcRecord.count({ where: { expiresAt: { lt: later } } })).toBe(0);
});
