import "@/prisma/testing/empty-database";
import { expect, test, vi } from "vitest";
import { db } from "@/lib/server/db";
import { submitImport } from "@/lib/server/imports/runs";
import { approved, csvFile, findingsOf, imported, uploaded } from "@/prisma/testing/imports";
import { newOfficer, REASON } from "@/prisma/testing/officers";
import { refused } from "@/prisma/testing/staff";
import { samplePhone, sampleRow } from "@/scripts/imports/sample-rows";

vi.setConfig({ testTimeout: 180_000 });

/** More lines than one statement takes of a run (`inRanges`), and than are stored together (`checkRun`). */
const LINES = 5_300;
const people = () => Array.from({ length: LINES }, (_, index) => sampleRow("PEOPLE", index));

test("T2 a file longer than one statement takes is compared and applied across all its lines", async () => {
  const rows = people();
  const last = LINES - 1;
  // The first and the last line have one number, one line stands there twice, far apart.
  rows[last] = { ...rows[last], mobile: samplePhone(0) };
  const again = sampleRow("PEOPLE", 1);
  const { id, by, run } = await uploaded("PEOPLE", csvFile("PEOPLE", [...rows, again]));
  expect(await findingsOf(id)).toEqual([
    "2 mobile MOBILE_OF_SEVERAL",
    `${LINES + 1} mobile MOBILE_OF_SEVERAL`,
    `${LINES + 2} ROW_TWICE`,
  ]);
  expect(run).toMatchObject({ lineCount: LINES + 1, newCount: LINES, skippedCount: 1 });
  expect(await approved(id, by)).toMatchObject({ status: "APPLIED", blankedCount: 2 });
  expect(await db.person.count({ where: { name: { startsWith: "样本" } } })).toBe(LINES);
  expect(await db.registryContact.count({ where: { mobileIndex: null } })).toBe(2);

  await imported(
    "ENTERPRISES",
    [0, last].map((index) => sampleRow("ENTERPRISES", index)),
  );
  // One wrong line at the very end keeps all the others from counting.
  const wrong = [...people(), { ...sampleRow("PEOPLE", LINES), documentNumber: "1" }];
  const refusedRun = await uploaded("PEOPLE", csvFile("PEOPLE", wrong));
  expect(refusedRun.run).toMatchObject({ status: "INVALID", errorCount: 1, knownCount: LINES });
  expect(await findingsOf(refusedRun.id)).toContain(
    `${LINES + 2} documentNumber DOCUMENT_NUMBER_FORMAT`,
  );
  const form = { run: refusedRun.id, reason: REASON };
  expect(await submitImport(form, refusedRun.by)).toEqual(refused("IMPORT_NOT_READY"));
});

test("T2 two 法定代表人 of one enterprise are found however far apart their lines are", async () => {
  const officer = await newOfficer({ role: "SUPERVISOR", region: "yunnan" });
  const first = 20_000;
  await imported(
    "PEOPLE",
    [first, first + 1].map((index) => sampleRow("PEOPLE", index)),
    officer,
  );
  const enterprises = Array.from({ length: LINES }, (_, index) =>
    sampleRow("ENTERPRISES", first + index),
  );
  await imported("ENTERPRISES", enterprises, officer);
  const handler = { role: "办税员", department: "" };
  const person = sampleRow("RELATIONS", first);
  const lines = enterprises.map(({ creditCode = "" }) => ({ ...person, ...handler, creditCode }));
  const legal = sampleRow("RELATIONS", first);
  const other = { ...sampleRow("RELATIONS", first + 1), creditCode: legal.creditCode ?? "" };
  const { id } = await uploaded(
    "RELATIONS",
    csvFile("RELATIONS", [legal, ...lines, other]),
    officer,
  );
  expect(await findingsOf(id)).toEqual([
    "2 role LEGAL_REPRESENTATIVE_TWICE",
    `${LINES + 3} role LEGAL_REPRESENTATIVE_TWICE`,
  ]);
  expect(await db.relation.count()).toBe(0);
});
