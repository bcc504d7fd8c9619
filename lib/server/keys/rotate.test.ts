import "@/prisma/testing/demo-database";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { beforeAll, expect, test, vi } from "vitest";
import { db } from "@/lib/server/db";
import { sealFiling } from "@/lib/server/filings/sealed-data";
import { sealedColumns } from "@/lib/server/keys/sealed-columns";
import { protect } from "@/lib/server/protect";
import { inProcesses } from "@/prisma/testing/processes";

vi.setConfig({ testTimeout: 120_000 });

const FIRST = process.env.DATA_KEY ?? "";
const SECOND = `k2.${Buffer.alloc(32, 2).toString("base64url")}`;
const BOTH = {
  DATABASE_URL: process.env.DATABASE_URL ?? "",
  DATA_KEY: SECOND,
  DATA_KEYS_OLD: FIRST,
};

const MODULES = `import { db, transaction } from "./lib/server/db.ts";
  import { rotateKeys } from "./lib/server/keys/rotate.ts";
  import { sealedColumns } from "./lib/server/keys/sealed-columns.ts";
  import { protect, reveal } from "./lib/server/protect.ts";
  await db.rateLimit.count();`;
const ROTATE = "return rotateKeys(new Date());";
/** Every cipher text of every row, read with the keys of the environment. */
const READ = `const found = {};
  for (const { table, key, column, kind, fieldOf } of sealedColumns()) {
    for (const row of await db.$queryRawUnsafe('SELECT * FROM "' + table + '"')) {
      const at = [table, column, ...key.map((each) => row[each])].join(" ");
      JSON.parse(/^[[{]/.test(row[column]) ? row[column] : JSON.stringify(row[column] ?? null), (member, value) => {
        if (typeof value !== "string" || !/^k\\d+\\.[\\w-]{38,}$/.test(value)) return value;
        found[at + member] = reveal(fieldOf(member, kind ? row[kind] : ""), value);
      });
    }
  }
  return found;`;

type Plain = Record<string, string>;
async function readWith(keys: Record<string, string>): Promise<Plain> {
  const env = { ...BOTH, ...keys };
  const [found] = await inProcesses(1, MODULES, READ, env);
  return found as Plain;
}

beforeAll(async () => {
  const { id: personId } = await db.person.findFirstOrThrow({ select: { id: true } });
  const { id: enterpriseId } = await db.enterprise.findFirstOrThrow({ select: { id: true } });
  const now = new Date();
  await db.faceReference.create({
    data: {
      personId,
      source: "HALL",
      templateCipher: protect("FaceReference.template", "face".repeat(5000)),
      photoCipher: protect("FaceReference.photo", "photo".repeat(20_000)),
      consentedAt: now,
    },
  });
  await db.faceReference.create({
    data: { source: "HALL", templateCipher: "", photoCipher: "", consentedAt: now, deletedAt: now },
  });
  await db.filing.create({
    data: {
      kind: "AGREEMENT",
      region: "shandong",
      enterpriseId,
      filedById: personId,
      data: sealFiling("AGREEMENT", { values: { name: "张伟" }, lines: [] }),
    },
  });
  const data = {
    name: "k1.not a cipher",
    documentNumberCipher: protect("Person.documentNumber", "110101199003070003"),
    details: { contactCipher: protect("Flow.contact", "13900000000") },
  };
  await db.flow.create({
    data: {
      kind: "REGISTER",
      region: "shandong",
      data: JSON.stringify(data),
      browserHash: "h",
      expiresAt: now,
    },
  });
  const run = await db.importRun.create({
    data: {
      region: "shandong",
      kind: "PEOPLE",
      reason: "核对",
      requestedById: "officer",
      createdAt: now,
      updatedAt: now,
      fileKeyCipher: protect("ImportRun.fileKey", "key of a file"),
    },
  });
  await db.importRow.createMany({
    data: Array.from({ length: 250 }, (_, line) => ({
      runId: run.id,
      line,
      key: String(line),
      content: "",
      newId: String(line),
      documentNumberCipher: protect("Person.documentNumber", `number ${line}`),
      mobileCipher: protect("Relation.registryMobile", `mobile ${line}`),
    })),
  });
});

test("every field that is encrypted anywhere belongs to a column the rotation knows, and the other way round", () => {
  const used = new Set<string>();
  for (const file of readdirSync("lib/server", { recursive: true, encoding: "utf8" })) {
    if (!file.endsWith(".ts") || file.endsWith(".test.ts")) continue;
    const source = readFileSync(path.join("lib/server", file), "utf8");
    for (const [, field = ""] of source.matchAll(
      /(?:\b(?:protect|reveal)\(\s*|\bFIELD = )"(\w+\.\w+)"/g,
    ))
      used.add(field);
  }
  const known = new Set(
    sealedColumns().flatMap(({ json, fieldOf }) => (json ? [] : [fieldOf("", "")])),
  );
  known.add("Flow.contact");
  expect([...used].filter((field) => !known.has(field))).toEqual([]);
  expect([...known].filter((field) => !used.has(field))).toEqual([]);
  expect(
    sealedColumns()
      .filter(({ json }) => json)
      .map(({ table }) => table)
      .sort(),
  ).toEqual(["Filing", "Flow"]);
});

test("the key is changed while others write: afterwards the new key alone reads everything", async () => {
  const before = await readWith({ DATA_KEY: FIRST, DATA_KEYS_OLD: "" });
  expect(Object.keys(before).length).toBeGreaterThan(500);
  const { id } = await db.phone.findFirstOrThrow({ select: { id: true } });
  // Two rotations at once; a third process of the portal, not restarted yet, goes on with the former key.
  const writer = `for (let each = 0; each < 60; each++) {
      await db.phone.update({ where: { id: "${id}" }, data: { numberCipher: protect("Phone.number", "written " + each) } });
    }`;
  const env = { ...BOTH, DATA_KEY: FIRST, DATA_KEYS_OLD: SECOND };
  const [rotations] = await Promise.all([
    inProcesses(2, MODULES, ROTATE, BOTH),
    inProcesses(1, MODULES, writer, env),
  ]);
  expect(rotations).toHaveLength(2);
  const [last] = await inProcesses(1, MODULES, ROTATE, BOTH);
  expect(last).toMatchObject({ keyId: "k2", done: true, unreadable: 0 });

  const after = await readWith({ DATA_KEYS_OLD: "" });
  const expected = { ...before, [`Phone numberCipher ${id}`]: "written 59" };
  expect(after).toEqual(expected);
  const [again] = await inProcesses(1, MODULES, ROTATE, BOTH);
  expect(again).toMatchObject({ done: true, resealed: 0 });
  const events = await db.auditEvent.count({ where: { action: "ROTATE_KEYS", outcome: "OK" } });
  expect(events).toBeGreaterThanOrEqual(2);
});

test("N5 a rotation that is killed leaves everything readable with both keys, and the next one finishes it", async () => {
  const third = `k3.${Buffer.alloc(32, 3).toString("base64url")}`;
  const keys = { DATA_KEY: third, DATA_KEYS_OLD: SECOND };
  const before = await readWith({ DATA_KEYS_OLD: "" });
  const killed = `const { default: crypto } = await import("node:crypto");
    const { syncBuiltinESMExports } = await import("node:module");
    const { createCipheriv } = crypto;
    let left = ${Math.floor(Object.keys(before).length / 2)};
    crypto.createCipheriv = (...given) => {
      if (--left === 0) process.kill(process.pid, "SIGKILL");
      return createCipheriv(...given);
    };
    syncBuiltinESMExports();
    await rotateKeys(new Date());`;
  await expect(inProcesses(1, MODULES, killed, { ...BOTH, ...keys })).rejects.toThrow("ended");
  expect(await readWith(keys)).toEqual(before);
  const [rotation] = await inProcesses(1, MODULES, ROTATE, { ...BOTH, ...keys });
  const { resealed, ...rest } = rotation as { resealed: number };
  expect(rest).toEqual({ keyId: "k3", done: true, unreadable: 0 });
  // Part of it was under the new key already.
  expect(resealed).toBeGreaterThan(0);
  expect(resealed).toBeLessThan(Object.keys(before).length);
  expect(await readWith({ DATA_KEY: third, DATA_KEYS_OLD: "" })).toEqual(before);
  // Back to the key of the tests below, by the same way.
  await inProcesses(1, MODULES, ROTATE, { ...BOTH, DATA_KEY: SECOND, DATA_KEYS_OLD: third });
});

test("what cannot be read is left alone and told: the former key has to stay", async () => {
  const altered = `${protect("Phone.number", "13900000000").slice(0, -4)}AAAA`;
  const { id } = await db.phone.findFirstOrThrow({ select: { id: true } });
  await db.phone.update({ where: { id }, data: { numberCipher: altered } });
  const [rotation] = await inProcesses(1, MODULES, ROTATE, BOTH);
  expect(rotation).toMatchObject({ done: false, unreadable: 1 });
  const phone = await db.phone.findUniqueOrThrow({ where: { id }, select: { numberCipher: true } });
  expect(phone.numberCipher).toBe(altered);
});

test("two keys of the same number are refused", async () => {
  vi.resetModules();
  vi.stubEnv("DATA_KEYS_OLD", FIRST);
  const keys = await import("@/lib/server/protect");
  expect(() => keys.protect("Phone.number", "1")).toThrow(/same number/);
  vi.unstubAllEnvs();
});
