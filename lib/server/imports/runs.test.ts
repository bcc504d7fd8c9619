import "@/prisma/testing/empty-database";
import { describe, expect, test, vi } from "vitest";
import { db } from "@/lib/server/db";
import { decideFourEyes } from "@/lib/server/hall/four-eyes";
import { checkRun } from "@/lib/server/imports/check-run";
import { keepFile } from "@/lib/server/imports/file-store";
import { receiveFile } from "@/lib/server/imports/receive-file";
import { cancelImport, submitImport } from "@/lib/server/imports/runs";
import { sweepImports } from "@/lib/server/imports/sweep";
import { findingLines, importView } from "@/lib/server/imports/view";
import {
  approved,
  begun,
  bodyOf,
  csvFile,
  findingsOf,
  imported,
  settled,
  textOf,
  uploaded,
} from "@/prisma/testing/imports";
import { newOfficer, REASON } from "@/prisma/testing/officers";
import { DONE, refused } from "@/prisma/testing/staff";
import { sampleCreditCode, sampleRow } from "@/scripts/imports/sample-rows";

vi.setConfig({ testTimeout: 60_000 });

const relationsOf = (index: number) =>
  db.relation.findMany({ where: { enterprise: { creditCode: sampleCreditCode(index) } } });

describe("复核 of an import", () => {
  async function submitted(index: number) {
    const supervisor = await newOfficer({ role: "SUPERVISOR" });
    const content = csvFile("PEOPLE", [sampleRow("PEOPLE", index)]);
    const { id } = await uploaded("PEOPLE", content, supervisor);
    expect(await submitImport({ run: id, reason: REASON }, supervisor)).toEqual(DONE);
    const row = await db.fourEyesRequest.findFirstOrThrow({ where: { subjectId: id } });
    const decide = { request: row.id, decision: "APPROVE" as const, reason: REASON };
    return { id, supervisor, decide, content };
  }

  test("T2 a supervisor cannot approve their own import", async () => {
    const { id, supervisor, decide } = await submitted(40);
    expect(await decideFourEyes(decide, supervisor)).toEqual(refused("FOUR_EYES_OWN_REQUEST"));
    expect(await settled(id)).toMatchObject({ status: "READY" });
  });

  test("T2 while it waits nobody changes or cancels it; approved twice it counts once", async () => {
    const { id, supervisor, decide, content } = await submitted(41);
    const file = { body: bodyOf(content), announced: null };
    expect(await receiveFile(id, file, supervisor)).toEqual(refused("IMPORT_WAITS"));
    const form = { run: id, reason: REASON };
    expect(await cancelImport(form, supervisor)).toEqual(refused("IMPORT_WAITS"));
    expect(await submitImport(form, supervisor)).toEqual(refused("IMPORT_WAITS"));
    const others = await Promise.all([1, 2].map(() => newOfficer({ role: "SUPERVISOR" })));
    const answers = await Promise.all(others.map((other) => decideFourEyes(decide, other)));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await settled(id)).toMatchObject({ status: "APPLIED" });
    expect(await db.person.count({ where: { name: "样本41" } })).toBe(1);
  });

  test("T2 what became wrong between check and approval keeps all of it from counting", async () => {
    await imported("ENTERPRISES", [sampleRow("ENTERPRISES", 42), sampleRow("ENTERPRISES", 43)]);
    await imported("PEOPLE", [sampleRow("PEOPLE", 42), sampleRow("PEOPLE", 43)]);
    const rows = [sampleRow("RELATIONS", 42), sampleRow("RELATIONS", 43)];
    const { id, by } = await uploaded("RELATIONS", csvFile("RELATIONS", rows));
    await db.enterprise.update({
      where: { creditCode: sampleCreditCode(43) },
      data: { status: "CLOSED" },
    });
    expect(await approved(id, by)).toMatchObject({ status: "INVALID", errorCount: 1 });
    expect(await findingsOf(id)).toEqual(["3 creditCode ENTERPRISE_IS_CLOSED"]);
    expect(await relationsOf(42)).toEqual([]);
  });

  test("T1 another officer, or another bureau's, neither uploads nor cancels; another bureau sees nothing", async () => {
    const { id } = await uploaded("PEOPLE", csvFile("PEOPLE", [sampleRow("PEOPLE", 44)]));
    const colleague = await newOfficer();
    const elsewhere = await newOfficer({ region: "yunnan" });
    for (const other of [colleague, elsewhere]) {
      const form = { run: id, reason: REASON };
      expect(await cancelImport(form, other)).toEqual(refused("IMPORT_NOT_OPEN"));
      expect(await submitImport(form, other)).toEqual(refused("IMPORT_NOT_READY"));
    }
    expect(await importView(id, elsewhere.officer, new Date())).toBeNull();
    expect((await textOf(findingLines(id, elsewhere.officer))).split("\r\n")).toHaveLength(2);
  });
});

describe("interruptions of an import", () => {
  async function interrupted(indexes: number[]) {
    const officer = await newOfficer();
    const id = await begun("PEOPLE", officer);
    const content = csvFile(
      "PEOPLE",
      indexes.map((index) => sampleRow("PEOPLE", index)),
    );
    const kept = await keepFile(id, bodyOf(content));
    if (!kept.ok) throw new Error("not kept");
    await db.importRun.update({
      where: { id },
      data: { ...kept.value, status: "CHECKING", leaseUntil: null },
    });
    return { id, officer, content };
  }

  test("T2 after a killed process another goes on behind the last stored line, none twice and none left out", async () => {
    const { id } = await interrupted([50, 51, 52]);
    const first = await uploaded("PEOPLE", csvFile("PEOPLE", [sampleRow("PEOPLE", 50)]));
    const { line, ...row } = await db.importRow.findFirstOrThrow({ where: { runId: first.id } });
    await db.importRow.create({ data: { ...row, line, runId: id } });
    await db.importRun.update({
      where: { id },
      data: { lastLine: line, lineCount: 1, leaseUntil: new Date(Date.now() - 1000) },
    });
    await sweepImports(new Date());
    expect(await settled(id)).toMatchObject({ status: "READY", lineCount: 3, newCount: 3 });
    expect(await db.importRow.count({ where: { runId: id } })).toBe(3);
  });

  test("T2 two processes at once read a file once", async () => {
    const { id } = await interrupted([53, 54]);
    await Promise.all([checkRun(id), checkRun(id), checkRun(id)]);
    expect(await settled(id)).toMatchObject({ status: "READY", lineCount: 2, newCount: 2 });
  });

  test("T2 a run is given up while its file is read: whoever reads it stops, and nothing of it stays", async () => {
    const indexes = Array.from({ length: 1_200 }, (_, index) => 1_000 + index);
    const { id, officer } = await interrupted(indexes);
    const reading = checkRun(id);
    const stored = () => db.importRow.count({ where: { runId: id } });
    await expect.poll(stored, { timeout: 30_000 }).toBeGreaterThan(0);
    const colleague = await newOfficer();
    const form = { run: id, reason: REASON };
    expect(await cancelImport(form, colleague)).toEqual(refused("IMPORT_NOT_OPEN"));
    expect(await cancelImport(form, officer)).toEqual(DONE);
    await reading;
    expect(await settled(id)).toMatchObject({ status: "CANCELLED", fileKeyCipher: null });
    expect(await stored()).toBe(0);
    await sweepImports(new Date(Date.now() + 300_000));
    expect(await settled(id)).toMatchObject({ status: "CANCELLED" });
  });

  test("T2 a file that is not on this machine any more is asked for anew", async () => {
    const { id } = await interrupted([55]);
    await db.importRun.update({ where: { id }, data: { fileKeyCipher: null } });
    await checkRun(id);
    expect(await settled(id)).toMatchObject({ status: "INVALID" });
    expect(await findingsOf(id)).toEqual(["FILE_LOST"]);
  });

  test("T2 an approved run whose process was killed counts once after the restart", async () => {
    const { id } = await uploaded("PEOPLE", csvFile("PEOPLE", [sampleRow("PEOPLE", 56)]));
    await db.importRun.update({ where: { id }, data: { status: "APPROVED" } });
    await Promise.all([sweepImports(new Date()), sweepImports(new Date())]);
    expect(await settled(id)).toMatchObject({ status: "APPLIED" });
    expect(await db.person.count({ where: { name: "样本56" } })).toBe(1);
  });

  test("T2 what nobody goes on with for seven days is given up, and its lines are deleted", async () => {
    const { id } = await uploaded("PEOPLE", csvFile("PEOPLE", [sampleRow("PEOPLE", 57)]));
    await sweepImports(new Date(Date.now() + 8 * 86_400_000));
    expect(await settled(id)).toMatchObject({ status: "CANCELLED" });
    expect(await db.importRow.count({ where: { runId: id } })).toBe(0);
  });
});
