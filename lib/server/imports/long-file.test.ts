import "@/prisma/testing/empty-database";
import { expect, test, vi } from "vitest";
import type { ImportKind } from "@/lib/domain/registry-file";
import { db } from "@/lib/server/db";
import { submitImport } from "@/lib/server/imports/runs";
import { approved, csvFile, findingsOf, imported, uploaded } from "@/prisma/testing/imports";
import { newOfficer, REASON } from "@/prisma/testing/officers";
import { refused } from "@/prisma/testing/staff";
import { rowLine, samplePhone, sampleRow } from "@/scripts/imports/sample-rows";

vi.setConfig({ testTimeout: 120_000 });

/** More lines than are stored together (`checkRun`). */
const MANY = 300;
/** Blank lines count as lines: so many that what follows them is another statement's (`inRanges`). */
const GAP = 11_000;

type Row = Record<string, string>;

/** A file in which `late` stand thousands of lines behind `early`. */
function longFile(kind: ImportKind, early: readonly Row[], late: readonly Row[]): string {
  const behind = late.map((row) => rowLine(kind, row)).join("");
  return csvFile(kind, early) + "\r\n".repeat(GAP) + behind;
}

const numbered = (kind: ImportKind, count: number) =>
  Array.from({ length: count }, (_, index) => sampleRow(kind, index));

test("T2 a file longer than one statement takes is compared and applied across all its lines", async () => {
  // The first line and one of the last have one number; one line stands there twice, far apart.
  const late = [
    sampleRow("PEOPLE", MANY),
    { ...sampleRow("PEOPLE", MANY + 1), mobile: samplePhone(0) },
    sampleRow("PEOPLE", 1),
  ];
  const file = longFile("PEOPLE", numbered("PEOPLE", MANY), late);
  const { id, by, run } = await uploaded("PEOPLE", file);
  const lineOf = (each: number) => MANY + GAP + 2 + each;
  expect(await findingsOf(id)).toEqual([
    "2 mobile MOBILE_OF_SEVERAL",
    `${lineOf(1)} mobile MOBILE_OF_SEVERAL`,
    `${lineOf(2)} ROW_TWICE`,
  ]);
  expect(run).toMatchObject({ lineCount: MANY + 3, newCount: MANY + 2, skippedCount: 1 });
  expect(await approved(id, by)).toMatchObject({ status: "APPLIED", blankedCount: 2 });
  expect(await db.person.count({ where: { name: { startsWith: "样本" } } })).toBe(MANY + 2);
  expect(await db.registryContact.count({ where: { mobileIndex: null } })).toBe(2);
});

test("T2 one wrong line at the end of a long file keeps all the others from counting", async () => {
  const wrong = { ...sampleRow("ENTERPRISES", MANY), creditCode: "1" };
  const early = numbered("ENTERPRISES", MANY);
  const { id, by, run } = await uploaded("ENTERPRISES", longFile("ENTERPRISES", early, [wrong]));
  expect(run).toMatchObject({ status: "INVALID", errorCount: 1, newCount: MANY });
  expect(await findingsOf(id)).toHaveLength(1);
  expect(await submitImport({ run: id, reason: REASON }, by)).toEqual(refused("IMPORT_NOT_READY"));
  expect(await db.enterprise.count()).toBe(0);
});

test("T2 two 法定代表人 of one enterprise are found however far apart their lines are", async () => {
  const officer = await newOfficer({ role: "SUPERVISOR", region: "yunnan" });
  const people = [9_000, 9_001].map((index) => sampleRow("PEOPLE", index));
  await imported("PEOPLE", people, officer);
  await imported("ENTERPRISES", [sampleRow("ENTERPRISES", 9_000)], officer);
  const legal = sampleRow("RELATIONS", 9_000);
  const other = { ...sampleRow("RELATIONS", 9_001), creditCode: legal.creditCode ?? "" };
  const { id } = await uploaded("RELATIONS", longFile("RELATIONS", [legal], [other]), officer);
  expect(await findingsOf(id)).toEqual([
    "2 role LEGAL_REPRESENTATIVE_TWICE",
    `${GAP + 3} role LEGAL_REPRESENTATIVE_TWICE`,
  ]);
});
