import "@/prisma/testing/empty-database";
import { expect, test, vi } from "vitest";
import { db } from "@/lib/server/db";
import { exportRegistry } from "@/lib/server/imports/export";
import { imported, textOf, uploaded } from "@/prisma/testing/imports";
import { newOfficer, REASON } from "@/prisma/testing/officers";
import { sampleRow } from "@/scripts/imports/sample-rows";

vi.setConfig({ testTimeout: 60_000 });

test("T2 what is exported is what an import takes, formulas made text and read back as they were, recorded with its reason", async () => {
  const supervisor = await newOfficer({ role: "SUPERVISOR", region: "qingdao" });
  const name = "=1+1有限公司";
  await imported("ENTERPRISES", [{ ...sampleRow("ENTERPRISES", 60), name }], supervisor);
  await imported("PEOPLE", [{ ...sampleRow("PEOPLE", 60), landline: "053188880000" }], supervisor);
  await imported("RELATIONS", [sampleRow("RELATIONS", 60)], supervisor);
  for (const kind of ["ENTERPRISES", "PEOPLE", "RELATIONS"] as const) {
    const text = await textOf(await exportRegistry({ kind, reason: REASON }, supervisor));
    expect(text.split("\r\n")).toHaveLength(3);
    const { run } = await uploaded(kind, text, supervisor);
    expect(run).toMatchObject({ status: "READY", knownCount: 1, newCount: 0 });
    if (kind === "ENTERPRISES") expect(text).toContain(`"'${name}"`);
    if (kind === "PEOPLE") expect(text).toContain("053188880000");
  }
  const event = await db.auditEvent.findFirstOrThrow({ where: { action: "EXPORT_REGISTRY" } });
  expect(event).toMatchObject({ reason: REASON, region: "qingdao" });
});

test("T1 an export holds nothing of another bureau", async () => {
  await imported("ENTERPRISES", [sampleRow("ENTERPRISES", 61)]);
  const elsewhere = await newOfficer({ role: "SUPERVISOR", region: "yunnan" });
  const form = { kind: "ENTERPRISES", reason: REASON } as const;
  expect(await textOf(await exportRegistry(form, elsewhere))).not.toContain("样本");
});
