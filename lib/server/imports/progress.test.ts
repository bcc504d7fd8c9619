import "@/prisma/testing/empty-database";
import { expect, test } from "vitest";
import { IMPORT_OVER } from "@/lib/domain/registry-file";
import { db } from "@/lib/server/db";
import { importEvents, importProgress } from "@/lib/server/imports/progress";
import { begun } from "@/prisma/testing/imports";
import { newOfficer } from "@/prisma/testing/officers";

const SIGNAL = new AbortController().signal;

test("T2 the progress of a run is told as it changes, to officers of its bureau, until nobody works on it", async () => {
  const officer = await newOfficer();
  const id = await begun("PEOPLE", officer);
  const where = { id };
  await db.importRun.update({ where, data: { status: "CHECKING", readBytes: 10, lineCount: 1 } });
  const events = await importEvents(id, officer.officer, SIGNAL);
  const reader = events?.getReader();
  const told = async () => new TextDecoder().decode((await reader?.read())?.value);
  expect(await told()).toBe("data: CHECKING 10 1\n\n");
  await db.importRun.update({ where, data: { readBytes: 20, lineCount: 2 } });
  expect(await told()).toBe("data: CHECKING 20 2\n\n");
  await db.importRun.update({ where, data: { status: "READY" } });
  expect(await told()).toBe(`data: ${IMPORT_OVER}\n\n`);
  expect((await reader?.read())?.done).toBe(true);
  expect(await importProgress(id, officer.officer)).toBe(IMPORT_OVER);
  const elsewhere = { region: officer.officer.region === "yunnan" ? "xizang" : "yunnan" };
  expect(await importProgress(id, elsewhere)).toBeNull();
  expect(await importEvents(id, elsewhere, SIGNAL)).toBeNull();
});
