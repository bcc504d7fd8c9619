import "@/prisma/testing/empty-database";
import { subscribe } from "node:diagnostics_channel";
import { expect, test } from "vitest";
import { openDatabase } from "@/lib/server/db/open";
import { type StatementRun, statementsRun } from "@/lib/server/metrics/events";

test("N5 statements are timed by kind where measurements are asked for, inside transactions too", async () => {
  const timed: StatementRun[] = [];
  subscribe(statementsRun.name, (event) => timed.push(event as StatementRun));
  const kinds = () => timed.splice(0).map(({ kind }) => kind);
  const url = process.env.DATABASE_URL ?? "";

  const plain = await openDatabase(url);
  await plain.person.count();
  await plain.$disconnect();
  expect(kinds()).toEqual([]);

  process.env.METRICS_TOKEN = "set";
  const measured = await openDatabase(url);
  // It connects with the first statement.
  await measured.person.count();
  delete process.env.METRICS_TOKEN;
  expect(kinds()).toEqual(["SELECT"]);
  await measured.$transaction(async (tx) => {
    await tx.auditHead.create({ data: { id: 1, sequence: 0, hash: "0" } });
    await tx.auditHead.deleteMany({});
  });
  expect(kinds()).toEqual(expect.arrayContaining(["INSERT", "DELETE"]));
  await expect(measured.$queryRaw`SELECT nothing FROM nowhere`).rejects.toThrow();
  expect(kinds()).toEqual(["SELECT"]);
  expect(timed.every(({ ms }) => ms >= 0)).toBe(true);
  await measured.$disconnect();
});
