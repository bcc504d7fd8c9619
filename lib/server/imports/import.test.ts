import "@/prisma/testing/empty-database";
import { describe, expect, test, vi } from "vitest";
import { db } from "@/lib/server/db";
import { receiveFile } from "@/lib/server/imports/receive-file";
import { submitImport } from "@/lib/server/imports/runs";
import { findingLines } from "@/lib/server/imports/view";
import { blindIndex } from "@/lib/server/protect";
import { bindWaitingRelations } from "@/lib/server/registration/bind-relations";
import {
  approved,
  bodyOf,
  csvFile,
  findingsOf,
  imported,
  settled,
  textOf,
  uploaded,
} from "@/prisma/testing/imports";
import { REASON } from "@/prisma/testing/officers";
import { newPerson } from "@/prisma/testing/people";
import { DONE, refused } from "@/prisma/testing/staff";
import { sampleCreditCode, samplePhone, sampleRow } from "@/scripts/imports/sample-rows";

vi.setConfig({ testTimeout: 60_000 });

type Kind = Parameters<typeof sampleRow>[0];
const of = (kind: Kind, index: number, more: Record<string, string> = {}) => ({
  ...sampleRow(kind, index),
  ...more,
});
const personOf = (index: number) => db.person.findFirstOrThrow({ where: { name: `样本${index}` } });
const contactOf = async (index: number) =>
  db.registryContact.findFirstOrThrow({ where: { personId: (await personOf(index)).id } });
const relationsOf = (index: number) =>
  db.relation.findMany({
    where: { enterprise: { creditCode: sampleCreditCode(index) } },
    orderBy: { createdAt: "asc" },
  });
const account = async (index: number) =>
  db.account.create({ data: { personId: (await personOf(index)).id, passwordHash: "$none" } });

describe("数据导入", () => {
  test("T2 enterprises, people and relations of three files are there after approval, and the lines are deleted", async () => {
    for (const kind of ["ENTERPRISES", "PEOPLE", "RELATIONS"] as const) {
      const rows = [1, 2, 3].map((index) => of(kind, index));
      const { id, by, run } = await uploaded(kind, csvFile(kind, rows));
      expect(await findingsOf(id)).toEqual([]);
      expect(run).toMatchObject({ status: "READY", lineCount: 3, newCount: 3 });
      expect(await approved(id, by)).toMatchObject({ status: "APPLIED" });
      await expect.poll(() => db.importRow.count({ where: { runId: id } })).toBe(0);
    }
    expect(await relationsOf(2)).toMatchObject([
      {
        role: "LEGAL_REPRESENTATIVE",
        status: "REGISTERED",
        source: "REGISTRY",
        registryDepartment: "MARKET_REGULATION",
        registryMobileIndex: blindIndex("phone", samplePhone(2)),
      },
    ]);
    const events = await db.auditEvent.findMany({ where: { action: "APPLY_IMPORT" } });
    expect(events).toHaveLength(3);
    expect(JSON.stringify(events)).not.toContain("样本");
  });

  test("T2 waiting lines hold no document, phone or landline in the clear", async () => {
    const row = of("PEOPLE", 5, { landline: "053188880000" });
    const { id } = await uploaded("PEOPLE", csvFile("PEOPLE", [row]));
    const kept = JSON.stringify(await db.importRow.findMany({ where: { runId: id } }));
    for (const value of [row.documentNumber, row.mobile, row.landline]) {
      expect(kept).not.toContain(value);
    }
  });

  test("T2 one wrong line keeps all from counting; the corrected file of the same run counts", async () => {
    const wrong = [of("PEOPLE", 10), of("PEOPLE", 11, { documentNumber: "1" })];
    const { id, by, run } = await uploaded("PEOPLE", csvFile("PEOPLE", wrong));
    expect(run).toMatchObject({ status: "INVALID", errorCount: 1 });
    expect(await submitImport({ run: id, reason: REASON }, by)).toEqual(
      refused("IMPORT_NOT_READY"),
    );
    expect(await textOf(findingLines(id, by.officer))).toContain('"3","证件号码","错误"');
    const right = csvFile("PEOPLE", [of("PEOPLE", 10), of("PEOPLE", 11)]);
    expect(await receiveFile(id, { body: bodyOf(right), announced: null }, by)).toEqual(DONE);
    expect(await settled(id)).toMatchObject({ status: "READY", errorCount: 0, newCount: 2 });
    expect(await approved(id, by)).toMatchObject({ status: "APPLIED" });
  });

  test("T2 the same file once more changes nothing", async () => {
    await imported("PEOPLE", [of("PEOPLE", 12)]);
    const before = await db.person.count();
    const { run } = await uploaded("PEOPLE", csvFile("PEOPLE", [of("PEOPLE", 12)]));
    expect(run).toMatchObject({ newCount: 0, knownCount: 1 });
    await imported("PEOPLE", [of("PEOPLE", 12)]);
    expect(await db.person.count()).toBe(before);
  });
});

describe("一号只能对应一人", () => {
  test("T2 a mobile of several people is blanked for all of them and reported, in the file and in the registry", async () => {
    await imported("PEOPLE", [of("PEOPLE", 20)]);
    await imported("ENTERPRISES", [of("ENTERPRISES", 20)]);
    await imported("RELATIONS", [of("RELATIONS", 20)]);
    const mobile = samplePhone(20);
    const rows = [of("PEOPLE", 21, { mobile }), of("PEOPLE", 22), of("PEOPLE", 23)];
    rows[2] = { ...rows[2], mobile: samplePhone(22) };
    const { id, by } = await uploaded("PEOPLE", csvFile("PEOPLE", rows));
    expect(await findingsOf(id)).toEqual([
      "2 mobile MOBILE_OF_SEVERAL",
      "3 mobile MOBILE_OF_SEVERAL",
      "4 mobile MOBILE_OF_SEVERAL",
    ]);
    expect(await approved(id, by)).toMatchObject({ status: "APPLIED", blankedCount: 4 });
    for (const index of [20, 21, 22, 23]) {
      expect(await contactOf(index)).toMatchObject({ mobileIndex: null, mobileCipher: null });
    }
    expect(await relationsOf(20)).toMatchObject([{ registryMobileIndex: null }]);
  });

  test("P2 a number somebody verified by SMS stays theirs; the registry's is blanked", async () => {
    const owner = await newPerson();
    await imported("PEOPLE", [of("PEOPLE", 24, { mobile: owner.phone })]);
    expect(await contactOf(24)).toMatchObject({ mobileIndex: null });
    const phone = await db.phone.findFirstOrThrow({ where: { personId: owner.id } });
    expect(phone.numberIndex).toBe(blindIndex("phone", owner.phone));
    expect(await db.phone.count({ where: { person: { name: "样本24" } } })).toBe(0);
  });

  test("T2 a number that the file itself moves from one to another is nobody's twice", async () => {
    await imported("PEOPLE", [of("PEOPLE", 25), of("PEOPLE", 26)]);
    const swapped = [
      of("PEOPLE", 25, { mobile: samplePhone(26) }),
      of("PEOPLE", 26, { mobile: samplePhone(25) }),
    ];
    await imported("PEOPLE", swapped);
    expect((await contactOf(25)).mobileIndex).toBe(blindIndex("phone", samplePhone(26)));
  });
});

describe("人企关联关系", () => {
  async function registered(index: number, status = "正常") {
    await imported("ENTERPRISES", [of("ENTERPRISES", index, { status })]);
    await imported("PEOPLE", [of("PEOPLE", index)]);
  }

  test("R7 who has no account waits; 法定代表人 is bound by registering, as the import of one with an account binds at once", async () => {
    await registered(30);
    await imported("RELATIONS", [of("RELATIONS", 30)]);
    expect(await relationsOf(30)).toMatchObject([{ status: "REGISTERED" }]);
    const person = await personOf(30);
    await db.$transaction((tx) => bindWaitingRelations(tx, person.id, new Date()));
    expect(await relationsOf(30)).toMatchObject([{ status: "ACTIVE" }]);
    await registered(31);
    await account(31);
    await imported("RELATIONS", [of("RELATIONS", 31)]);
    expect(await relationsOf(31)).toMatchObject([{ status: "ACTIVE" }]);
    const told = { person: { name: "样本31" }, kind: "LEGAL_REPRESENTATIVE_REGISTERED" };
    expect(await db.message.count({ where: told })).toBe(1);
  });

  test("R7 others with an account are asked, and not before 信息确认 of the enterprise (E6)", async () => {
    await registered(32);
    await registered(33, "待信息确认");
    await Promise.all([account(32), account(33)]);
    const handler = { role: "办税员", department: "" };
    await registered(39, "待信息确认");
    await account(39);
    await imported("RELATIONS", [
      of("RELATIONS", 32, handler),
      of("RELATIONS", 33, handler),
      of("RELATIONS", 39),
    ]);
    expect(await relationsOf(39)).toMatchObject([{ status: "REGISTERED" }]);
    expect(await relationsOf(32)).toMatchObject([{ status: "PENDING_PERSON" }]);
    expect(await relationsOf(33)).toMatchObject([{ status: "REGISTERED" }]);
    const kind = "HANDLER_REGISTERED";
    expect(await db.message.count({ where: { kind, person: { name: "样本32" } } })).toBe(1);
    expect(await db.message.count({ where: { kind, person: { name: "样本33" } } })).toBe(0);
  });

  test("T3 a new 法定代表人 ends the one before, who is told", async () => {
    await registered(34);
    await account(34);
    await imported("RELATIONS", [of("RELATIONS", 34)]);
    await imported("PEOPLE", [of("PEOPLE", 35)]);
    const creditCode = sampleCreditCode(34);
    await imported("RELATIONS", [of("RELATIONS", 35, { creditCode, department: "民政" })]);
    expect(await relationsOf(34)).toMatchObject([
      { status: "REMOVED", living: null, inRegistry: false },
      { status: "REGISTERED", living: true, registryDepartment: "CIVIL_AFFAIRS" },
    ]);
    const told = { person: { name: "样本34" }, kind: "RELATION_REMOVED" };
    expect(await db.message.count({ where: told })).toBe(1);
  });

  test("T3 a relation that both sides agreed upon is only listed: period and state stay", async () => {
    await registered(36);
    const enterprise = await db.enterprise.findUniqueOrThrow({
      where: { creditCode: sampleCreditCode(36) },
    });
    await db.relation.create({
      data: {
        personId: (await personOf(36)).id,
        enterpriseId: enterprise.id,
        role: "TAX_HANDLER",
        status: "ACTIVE",
        living: true,
        source: "AUTHORIZATION",
        inRegistry: false,
        validTo: "2030-01-01",
      },
    });
    const handler = { role: "办税员", department: "", validTo: "2029-01-01" };
    await imported("RELATIONS", [of("RELATIONS", 36, handler)]);
    expect(await relationsOf(36)).toMatchObject([
      { status: "ACTIVE", inRegistry: true, source: "AUTHORIZATION", validTo: "2030-01-01" },
    ]);
  });

  test("E6 a file neither confirms an enterprise that waits nor unconfirms one; it closes", async () => {
    await imported("ENTERPRISES", [
      of("ENTERPRISES", 37, { status: "待信息确认" }),
      of("ENTERPRISES", 38),
    ]);
    await imported("ENTERPRISES", [
      of("ENTERPRISES", 37, { name: "新名称" }),
      of("ENTERPRISES", 38, { status: "注销" }),
    ]);
    const stateOf = (index: number) =>
      db.enterprise.findUniqueOrThrow({ where: { creditCode: sampleCreditCode(index) } });
    expect(await stateOf(37)).toMatchObject({ status: "UNCONFIRMED", name: "新名称" });
    expect(await stateOf(38)).toMatchObject({ status: "CLOSED" });
  });
});
