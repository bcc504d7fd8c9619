import "@/prisma/testing/empty-database";
import { expect, test, vi } from "vitest";
import { db } from "@/lib/server/db";
import { filingAccess } from "@/lib/server/filings/access";
import { newFiler } from "@/prisma/testing/filing";

vi.mock("@/lib/regions/step-up-functions", () => ({
  STEP_UP_FUNCTIONS: ["handler-registration"],
}));

const refused = (code: string) => ({ ok: false, problems: [{ code }] });

test("R4 a form whose function is on the bureau's list asks for a face of this session first", async () => {
  const filer = await newFiler();
  expect(await filingAccess(await filer.session(), "HANDLER_CHANGE")).toEqual(
    refused("STEP_UP_REQUIRED"),
  );
  expect(await filingAccess(await filer.session(), "CROSS_REGION_REPORT")).toMatchObject({
    ok: true,
  });
  const { id: personId } = filer.person;
  await db.person.update({ where: { id: personId }, data: { realNameLevel: 4 } });
  await db.loginSession.updateMany({ where: { personId }, data: { proofs: "PASSWORD FACE" } });
  expect(await filingAccess(await filer.session(), "HANDLER_CHANGE")).toMatchObject({ ok: true });
});

test("E4 a handler with another function granted instead does not reach the form", async () => {
  const filer = await newFiler({ role: "TAX_HANDLER" });
  expect(await filingAccess(await filer.session(), "CROSS_REGION_REPORT")).toMatchObject({
    ok: true,
  });
  const { relationId } = filer;
  await db.functionGrant.create({ data: { relationId, functionCode: "payment" } });
  expect(await filingAccess(await filer.session(), "CROSS_REGION_REPORT")).toEqual(
    refused("NOT_GRANTED"),
  );
});
