import "@/prisma/testing/demo-database";
import { expect, test } from "vitest";
import { db } from "@/lib/server/db";
import { relationId, signIn } from "@/prisma/testing/demo-session";
import {
  authorization,
  newClient,
  OidcBrowser,
  relyingParty,
  signInAt,
} from "@/prisma/testing/oidc";
import { purgeOidcRecords } from "./adapter";
import { keySet, rotateKeys, rotateWhenDue } from "./keys";

const DAY_MS = 86_400_000;

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
  const after = await keySet(now);
  expect(after.keys[0]?.kid).not.toBe(before?.kid);
  expect(after.keys.map(({ kid }) => kid)).toContain(before?.kid);
  const numbers = (await db.oidcKey.findMany({ orderBy: { number: "asc" } })).map(
    ({ number }) => number,
  );
  expect(new Set(numbers).size).toBe(numbers.length);
  expect(await db.oidcKey.count({ where: { retiredAt: null } })).toBe(1);
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

test("OIDC after a rotation elsewhere new tokens have the new key, and old ones still verify", async () => {
  await db.oidcKey.deleteMany();
  const id = await relationId("王芳", "泰岳");
  const acting = { entry: "ENTERPRISE", relationId: id } as const;
  const browser = new OidcBrowser(await signIn("王芳", "shandong", acting));
  const config = await relyingParty(await newClient());
  const kid = (token = "") =>
    JSON.parse(Buffer.from(token.split(".")[0] ?? "", "base64url").toString()).kid;
  const first = await signInAt(config, browser);
  await rotateKeys(new Date(), "COMMAND");
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
