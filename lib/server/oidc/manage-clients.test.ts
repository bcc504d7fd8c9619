import "@/prisma/testing/empty-database";
import { generateKeyPairSync } from "node:crypto";
import { describe, expect, test, vi } from "vitest";
import { editClientForm, type NewClient, newClientForm } from "@/lib/schemas/oidc-client";
import { problemsOf } from "@/lib/schemas/problems";
import { db } from "@/lib/server/db";
import type { OfficerContext } from "@/lib/server/hall/officer-action";
import { clientSecretHash } from "@/lib/server/oidc/clients";
import {
  changeClientState,
  clientOf,
  editClient,
  listClients,
  registerClient,
  renewClientSecret,
} from "@/lib/server/oidc/manage-clients";
import { newOfficer, REASON } from "@/prisma/testing/officers";
import { refused } from "@/prisma/testing/staff";

vi.mock("next/headers", () => import("@/prisma/testing/request-scope"));
const addresses = vi.hoisted(() => ({ of: new Map<string, string[]>() }));
vi.mock("node:dns/promises", () => ({
  lookup: async (host: string) =>
    (addresses.of.get(host) ?? [host]).map((address) => ({ address, family: 4 })),
}));
addresses.of.set("invoice.example", ["8.8.8.8", "2400:3200::1"]);
addresses.of.set("rebound.example", ["8.8.8.8", "10.0.0.1"]);
addresses.of.set("nowhere.example", []);

const { publicKey, privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });

/** What the hall's form sends. */
const FORM = {
  name: "发票服务系统",
  businessSystem: "invoice",
  kind: "FIRST_PARTY",
  authMethod: "CLIENT_SECRET_BASIC",
  jwks: "",
  redirectUris: "https://invoice.example/callback\n\nhttps://invoice.example/other\n",
  postLogoutRedirectUris: "https://invoice.example/bye",
  backchannelLogoutUri: "https://invoice.example/logout",
  loginUri: "https://invoice.example/login",
  pairwise: false,
  functions: ["invoice-issue", "query-invoices", "invoice-issue"],
  reason: REASON,
};

const read = (form: object): NewClient => newClientForm.parse({ ...FORM, ...form });
const problemOf = (form: object) => {
  const parsed = newClientForm.safeParse({ ...FORM, ...form });
  return parsed.success ? null : problemsOf(parsed.error.issues);
};
const supervisor = (region = "shandong") => newOfficer({ role: "SUPERVISOR", region });

async function register(officer: OfficerContext, form: object = {}) {
  const done = await registerClient(read(form), officer);
  if (!done.ok) throw new Error(JSON.stringify(done));
  return done.value;
}

/** The form of a registered client, as its page sends it back. */
async function edited(id: string, form: object) {
  const { updatedAt } = await db.oidcClient.findUniqueOrThrow({ where: { id } });
  const version = updatedAt.toISOString();
  return editClientForm.parse({ ...FORM, client: id, version, ...form });
}

const later = (context: OfficerContext) => ({
  ...context,
  now: new Date(context.now.getTime() + 1000),
});

test("OIDC a registered client answers its secret once; only its hash is kept", async () => {
  const officer = await supervisor();
  const { clientId, secret } = await register(officer);
  expect(clientId).toMatch(/^invoice-[a-z2-9]{10}$/);
  expect(secret).toMatch(/^[\w-]{43}$/);
  const row = await db.oidcClient.findUniqueOrThrow({ where: { id: clientId } });
  expect(row).toMatchObject({ region: "shandong", secretHash: clientSecretHash(secret ?? "") });
  expect(JSON.parse(row.redirectUris)).toEqual([
    "https://invoice.example/callback",
    "https://invoice.example/other",
  ]);
  expect(JSON.parse(row.functions)).toEqual(["invoice-issue", "query-invoices"]);
  const seen = JSON.stringify([
    await clientOf(officer.officer, clientId),
    await listClients(officer.officer),
    await db.auditEvent.findMany(),
  ]);
  expect(seen).toContain(clientId);
  expect(seen).not.toContain(secret);
  expect(seen).not.toContain(row.secretHash);
});

test("OIDC a client with private_key_jwt has no secret, and only public members are kept", async () => {
  const officer = await supervisor();
  const key = publicKey.export({ format: "jwk" });
  const jwks = JSON.stringify({ keys: [{ ...key, kid: "one", note: "x" }] });
  const { clientId, secret } = await register(officer, { authMethod: "PRIVATE_KEY_JWT", jwks });
  expect(secret).toBeNull();
  const row = await db.oidcClient.findUniqueOrThrow({ where: { id: clientId } });
  expect(row.secretHash).toBeNull();
  expect(JSON.parse(row.jwks ?? "")).toEqual({ keys: [{ ...key, kid: "one", use: "sig" }] });
  const ask = { client: clientId, reason: REASON };
  expect(await renewClientSecret(ask, officer)).toEqual(refused("CLIENT_WITHOUT_SECRET"));
});

describe("OIDC what a client may not register", () => {
  const key = (pair: typeof privateKey) => JSON.stringify(pair.export({ format: "jwk" }));
  test.each([
    [{ authMethod: "PRIVATE_KEY_JWT", jwks: key(privateKey) }, "jwks", "CLIENT_KEYS_PRIVATE"],
    [{ authMethod: "PRIVATE_KEY_JWT", jwks: "" }, "jwks", "REQUIRED"],
    [{ redirectUris: "\n" }, "redirectUris", "REQUIRED"],
    [{ redirectUris: "https://*.example/" }, "redirectUris", "CLIENT_URI_WILDCARD"],
    [{ redirectUris: "http://invoice.example/" }, "redirectUris", "CLIENT_URI_HTTPS"],
    [{ postLogoutRedirectUris: "javascript:0" }, "postLogoutRedirectUris", "CLIENT_URI_INVALID"],
    [{ loginUri: "https://invoice.example/#x" }, "loginUri", "CLIENT_URI_FRAGMENT"],
    [{ backchannelLogoutUri: "https://10.0.0.1/" }, "backchannelLogoutUri", "CLIENT_URI_PRIVATE"],
    [{ functions: ["no-such-function"] }, "functions", "INVALID"],
    [{ functions: ["tax"] }, "functions", "INVALID"],
    [{ businessSystem: "constructor" }, "businessSystem", "INVALID"],
    [{ kind: "OWN" }, "kind", "CHOICE_REQUIRED"],
    [{ name: " " }, "name", "REQUIRED"],
  ])("%o", (form, field, code) => {
    expect(problemOf(form)?.[0]).toMatchObject({ field, code });
  });

  test("the line of several addresses is named, also of one that is there twice", () => {
    const redirectUris = "https://a.example/\nhttps://b.example/#x";
    expect(problemOf({ redirectUris })?.[0]).toMatchObject({ params: { line: 2 } });
    const twice = "https://a.example/\nhttps://a.example/";
    expect(problemOf({ redirectUris: twice })?.[0]).toMatchObject({
      code: "CLIENT_URI_TWICE",
      params: { line: 2 },
    });
    const many = Array.from({ length: 11 }, (_, index) => `https://a.example/${index}`).join("\n");
    expect(problemOf({ redirectUris: many })?.[0]?.code).toBe("CLIENT_URIS_MANY");
  });

  test("a logout address whose name leads into a private network, or nowhere", async () => {
    const officer = await supervisor();
    const at = (host: string) =>
      registerClient(read({ backchannelLogoutUri: `https://${host}/logout` }), officer);
    expect(await at("rebound.example")).toEqual(
      refused("CLIENT_URI_PRIVATE", "backchannelLogoutUri"),
    );
    expect(await at("nowhere.example")).toEqual(
      refused("CLIENT_URI_UNKNOWN_HOST", "backchannelLogoutUri"),
    );
    expect((await at("invoice.example")).ok).toBe(true);
  });

  test("names of its own for people, when its addresses stand on several hosts", async () => {
    const officer = await supervisor();
    const redirectUris = "https://a.example/\nhttps://b.example/";
    const done = await registerClient(read({ pairwise: true, redirectUris }), officer);
    expect(done).toEqual(refused("CLIENT_SECTOR_MIXED", "redirectUris"));
  });
});

test("OIDC a client of another bureau is neither seen nor changed", async () => {
  const own = await supervisor();
  const other = await supervisor("qingdao");
  const { clientId: client } = await register(own);
  expect(await clientOf(other.officer, client)).toBeNull();
  expect(await listClients(other.officer)).toEqual([]);
  const missing = refused("CLIENT_NOT_FOUND");
  expect(await editClient(await edited(client, { name: "改名" }), other)).toEqual(missing);
  expect(await renewClientSecret({ client, reason: REASON }, other)).toEqual(missing);
  for (const change of ["DISABLE", "ENABLE"] as const) {
    expect(await changeClientState({ client, change, reason: REASON }, other)).toEqual(missing);
  }
  expect(await clientOf(own.officer, client)).toMatchObject({
    name: FORM.name,
    disabled: false,
  });
});

test("OIDC of two supervisors who edit at once one is told, and what changed is recorded", async () => {
  const officer = await supervisor();
  const { clientId } = await register(officer);
  const [first, second] = [
    await edited(clientId, { name: "甲" }),
    await edited(clientId, { name: "乙", functions: [] }),
  ];
  const done = await Promise.all([
    editClient(first, later(officer)),
    editClient(second, later(officer)),
  ]);
  expect(done.filter(({ ok }) => ok)).toHaveLength(1);
  expect(done).toContainEqual(refused("CLIENT_CHANGED"));
  const events = await db.auditEvent.findMany({
    where: { subjectId: clientId, action: "CHANGE_OIDC_CLIENT" },
  });
  expect(events).toHaveLength(1);
  expect(events[0]?.detail).toContain("name");
});

test("OIDC how a client authenticates cannot be changed by a forged form", async () => {
  const officer = await supervisor();
  const { clientId } = await register(officer);
  const jwks = JSON.stringify(publicKey.export({ format: "jwk" }));
  const form = await edited(clientId, { authMethod: "PRIVATE_KEY_JWT", jwks });
  expect(await editClient(form, later(officer))).toEqual(refused("CLIENT_CHANGED"));
});

test("OIDC names a client knows people by stay when its address changes", async () => {
  const officer = await supervisor();
  const { clientId } = await register(officer, { pairwise: true });
  const moved = { pairwise: true, redirectUris: "https://moved.example/callback" };
  expect((await editClient(await edited(clientId, moved), later(officer))).ok).toBe(true);
  const row = await db.oidcClient.findUniqueOrThrow({ where: { id: clientId } });
  expect(row.sectorIdentifier).toBe("invoice.example");
});

test("OIDC a new secret takes the place of the old one, and is not to be had while disabled", async () => {
  const officer = await supervisor();
  const { clientId: client, secret: old } = await register(officer);
  const renewed = await renewClientSecret({ client, reason: REASON }, officer);
  const secret = renewed.ok ? (renewed.value.secret ?? "") : "";
  expect(secret).not.toBe(old);
  const row = await db.oidcClient.findUniqueOrThrow({ where: { id: client } });
  expect(row.secretHash).toBe(clientSecretHash(secret));
  const state = { client, reason: REASON };
  expect((await changeClientState({ ...state, change: "DISABLE" }, officer)).ok).toBe(true);
  expect(await renewClientSecret(state, officer)).toEqual(refused("CLIENT_DISABLED"));
});

test("OIDC a new secret, 停用 and 启用 leave settings somebody is typing as they are", async () => {
  const officer = await supervisor();
  const { clientId: client } = await register(officer);
  const typed = await edited(client, { name: "改名" });
  const ask = { client, reason: REASON };
  expect((await renewClientSecret(ask, later(officer))).ok).toBe(true);
  for (const change of ["DISABLE", "ENABLE"] as const) {
    expect((await changeClientState({ ...ask, change }, later(officer))).ok).toBe(true);
    expect((await clientOf(officer.officer, client))?.updatedAt).toEqual(typed.version);
  }
  expect((await editClient(typed, later(officer))).ok).toBe(true);
  expect(await clientOf(officer.officer, client)).toMatchObject({ name: "改名" });
});

test("OIDC a client is disabled and enabled once each, even by two at once, and each is recorded", async () => {
  const officer = await supervisor();
  const { clientId: client } = await register(officer);
  for (const change of ["DISABLE", "ENABLE"] as const) {
    const form = { client, change, reason: REASON };
    const done = await Promise.all([
      changeClientState(form, officer),
      changeClientState(form, officer),
    ]);
    expect(done.filter(({ ok }) => ok)).toHaveLength(1);
    const disabled = (await clientOf(officer.officer, client))?.disabled;
    expect(disabled).toBe(change === "DISABLE");
  }
  const events = await db.auditEvent.findMany({
    where: { subjectKind: "OidcClient", subjectId: client },
    orderBy: { sequence: "asc" },
    select: { action: true, actorId: true },
  });
  const { officerId: actorId } = officer.officer;
  expect(events).toEqual([
    { action: "ADD_OIDC_CLIENT", actorId },
    { action: "DISABLE_OIDC_CLIENT", actorId },
    { action: "ENABLE_OIDC_CLIENT", actorId },
  ]);
});
