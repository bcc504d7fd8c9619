import "@/prisma/testing/empty-database";
import { randomUUID } from "node:crypto";
import { beforeAll, expect, test, vi } from "vitest";
import { ROLE_WORDS } from "@/lib/domain/registry-file";
import { db } from "@/lib/server/db";
import { registerPerson } from "@/lib/server/hall/register-enterprise";
import { serveEnterprise } from "@/prisma/testing/counter";
import { imported } from "@/prisma/testing/imports";
import { newOfficer, REASON } from "@/prisma/testing/officers";
import { DONE } from "@/prisma/testing/staff";
import {
  sampleCreditCode,
  sampleDocument,
  samplePhone,
  sampleRow,
} from "@/scripts/imports/sample-rows";

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

type Way = "counter" | "file";
type Case = {
  role: "LEGAL_REPRESENTATIVE" | "FINANCE_MANAGER" | "TAX_HANDLER";
  account: "ACTIVE" | "CLOSED" | "INVALID" | null;
  confirmed: boolean;
  /** Somebody holds the role already. */
  former: boolean;
};

const ROLES = ["LEGAL_REPRESENTATIVE", "FINANCE_MANAGER", "TAX_HANDLER"] as const;
const ACCOUNTS = ["ACTIVE", "CLOSED", "INVALID", null] as const;
const CASES: Case[] = ROLES.flatMap((role) =>
  ACCOUNTS.flatMap((account) =>
    [true, false].flatMap((confirmed) =>
      [true, false].map((former) => ({ role, account, confirmed, former })),
    ),
  ),
);

/** Everybody has numbers of their own: the person of a case, who held the role before, and the enterprise. */
const placeOf = (each: number, way: Way) => each * 2 + (way === "file" ? 1 : 0) + 1_000;
const FORMER = 10_000;
const NAME = (index: number) => `样本${index}`;

const idOf = async (index: number) =>
  (await db.person.findFirstOrThrow({ where: { name: NAME(index) }, select: { id: true } })).id;

/** Two enterprises for each case, alike but for their numbers, and a login of the former at a business system. */
async function prepare() {
  const places = CASES.flatMap((each, at) =>
    (["counter", "file"] as const).map((way) => ({ ...each, index: placeOf(at, way) })),
  );
  await imported(
    "PEOPLE",
    places.flatMap(({ index }) => [
      sampleRow("PEOPLE", index),
      sampleRow("PEOPLE", index + FORMER),
    ]),
  );
  await imported(
    "ENTERPRISES",
    places.map(({ index, confirmed }) => ({
      ...sampleRow("ENTERPRISES", index),
      status: confirmed ? "正常" : "待信息确认",
    })),
  );
  const client = {
    region: "shandong",
    name: "业务系统",
    kind: "FIRST_PARTY",
    authMethod: "CLIENT_SECRET_BASIC",
  } as const;
  await db.oidcClient.create({
    data: {
      id: "system",
      ...client,
      redirectUris: "[]",
      postLogoutRedirectUris: "[]",
      functions: "[]",
    },
  });
  for (const { index, role, account, former } of places) {
    const personId = await idOf(index);
    if (account)
      await db.account.create({ data: { personId, passwordHash: "$none", status: account } });
    if (former) await holdRole(index, role);
  }
}

async function holdRole(index: number, role: Case["role"]) {
  const personId = await idOf(index + FORMER);
  const { id: enterpriseId } = await db.enterprise.findUniqueOrThrow({
    where: { creditCode: sampleCreditCode(index) },
  });
  await db.account.create({ data: { personId, passwordHash: "$none" } });
  const relation = { personId, enterpriseId, role, source: "REGISTRY" as const };
  const { id: relationId } = await db.relation.create({
    data: { ...relation, status: "ACTIVE", living: true },
  });
  const now = new Date();
  const { id: sessionId } = await db.loginSession.create({
    data: {
      ...{ personId, relationId, tokenHash: randomUUID() },
      ...{ instance: "PORTAL", region: "shandong", entry: "ENTERPRISE", proofs: "PASSWORD SMS" },
      ...{ userAgent: "test", createdAt: now, lastSeenAt: now },
    },
  });
  const grant = { clientId: "system", sessionId, identityVersion: 1 };
  await db.oidcGrant.create({
    data: { ...grant, id: randomUUID(), sid: randomUUID(), createdAt: now },
  });
}

/** What came of it: the relations of the enterprise, what its people were told, and whether a business system still knows one. */
async function outcome(index: number) {
  const enterprise = await db.enterprise.findUniqueOrThrow({
    where: { creditCode: sampleCreditCode(index) },
    select: { id: true, name: true },
  });
  const relations = await db.relation.findMany({
    where: { enterpriseId: enterprise.id },
    orderBy: { createdAt: "asc" },
  });
  const told = await db.message.findMany({
    where: { person: { name: { in: [NAME(index), NAME(index + FORMER)] } } },
    select: { kind: true, params: true, person: { select: { name: true } } },
    orderBy: { kind: "asc" },
  });
  const grants = await db.oidcGrant.findMany({
    where: { session: { relation: { enterpriseId: enterprise.id } } },
    select: { endedReason: true },
  });
  const newOne = await idOf(index);
  return {
    relations: relations.map((row) => ({
      new: row.personId === newOne,
      role: row.role,
      primary: row.primary,
      status: row.status,
      living: row.living,
      source: row.source,
      inRegistry: row.inRegistry,
      legacyOnly: row.legacyOnly,
      period: [row.validFrom, row.validTo],
      decided: row.decidedAt !== null,
      mobile: row.personId === newOne && row.registryMobileIndex !== null,
    })),
    told: told.map(({ kind, params, person }) => ({
      new: person.name === NAME(index),
      kind,
      params: params.replaceAll(enterprise.name, "本企业"),
    })),
    grants,
  };
}

beforeAll(async () => {
  await prepare();
  for (const [each, { role }] of CASES.entries()) {
    const index = placeOf(each, "counter");
    const officer = await newOfficer();
    await serveEnterprise(officer, sampleCreditCode(index));
    const { id: enterprise } = await db.enterprise.findUniqueOrThrow({
      where: { creditCode: sampleCreditCode(index) },
    });
    const entry = {
      name: NAME(index),
      documentType: "RESIDENT_ID" as const,
      documentNumber: sampleDocument(index),
      mobile: samplePhone(index),
    };
    expect(await registerPerson({ enterprise, role, ...entry, reason: REASON }, officer)).toEqual(
      DONE,
    );
  }
  const wordOf = (role: Case["role"]) =>
    Object.entries(ROLE_WORDS).find(([, word]) => word.role === role)?.[0] ?? "";
  const lines = CASES.map(({ role }, each) => ({
    ...sampleRow("RELATIONS", placeOf(each, "file")),
    role: wordOf(role),
    department: role === "LEGAL_REPRESENTATIVE" ? "市场监管" : "",
  }));
  expect(await imported("RELATIONS", lines)).toMatchObject({ status: "APPLIED" });
});

const NAMED = CASES.map((each, at) => {
  const { role, account, confirmed, former } = each;
  const words = [role, `account ${account}`, confirmed ? "confirmed" : "waiting"];
  return [[...words, former ? "with a former one" : "the first"].join(", "), each, at] as const;
});

test.each(NAMED)(
  "T3 R7 a file decides as the counter does: %s",
  async (_, { role, former }, at) => {
    const [counter, file] = [
      await outcome(placeOf(at, "counter")),
      await outcome(placeOf(at, "file")),
    ];
    expect(file).toEqual(counter);
    expect(counter.relations.filter(({ new: isNew }) => isNew)).toHaveLength(1);
    const replaced = former && role === "LEGAL_REPRESENTATIVE";
    expect(counter.grants).toEqual(
      former ? [{ endedReason: replaced ? "RELATION_ENDED" : null }] : [],
    );
  },
);
