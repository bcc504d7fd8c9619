import "@/prisma/testing/empty-database";
import { expect, test, vi } from "vitest";
import { findFunction } from "@/lib/domain/function-tree";
import { functionRefusal } from "@/lib/domain/function-tree-grants";
import { grantFacts } from "@/lib/server/functions/granted";
import { addPerson } from "@/lib/server/personnel/add";
import { grantPersonnel, personnelFunctions } from "@/lib/server/personnel/functions";
import { personnelRows } from "@/lib/server/personnel/list";
import { grantFunctions } from "@/lib/server/relations/grants";
import { newHandler } from "@/prisma/testing/legacy";
import { noticesOf } from "@/prisma/testing/own-session";
import { actingAs, addForm, oldOffice, PROOFS } from "@/prisma/testing/personnel";
import { DONE, refused } from "@/prisma/testing/staff";

vi.mock("next/headers", () => import("@/prisma/testing/request-scope"));
vi.setConfig({ testTimeout: 30_000 });

/** An office with somebody added by its manager alone: they may query their history, and wait everywhere else (O1). */
async function officeWithAdded() {
  const office = await oldOffice();
  const person = await newHandler(office.company.id, "TAX_HANDLER", { status: "REGISTERED" });
  expect(await addPerson(addForm(person, office.identityVersion), office.context)).toEqual(DONE);
  const now = new Date();
  const viewer = { personId: office.boss.id, as: "LEGAL_REPRESENTATIVE", now } as const;
  return { ...office, person, viewer: { ...viewer, enterpriseId: office.company.id } };
}

/** 授权 as the page sends it. */
function grant(relationId: string, identityVersion: number, functions: string[]) {
  return { relationId, identities: {}, functions, identityVersion };
}

test("OL5 O1 the functions of somebody added by one side are changed, in their running session too", async () => {
  const { person, context, identityVersion, viewer } = await officeWithAdded();
  const { relationId } = person;
  const session = await actingAs(person);
  const refusal = async () => {
    const found = findFunction("vat-prepayment");
    const read = await session.read();
    if (!found || !read) throw new Error("no such function or session");
    return functionRefusal(found, await grantFacts(read));
  };
  expect(await refusal()).toBe("NOT_GRANTED");
  const form = grant(relationId, identityVersion, ["tax"]);
  // 人员权限管理 does not reach whom the other side has not accepted.
  expect(await grantFunctions(form, context)).toEqual(refused("STILL_WAITING"));
  expect(await personnelFunctions(relationId, viewer)).toMatchObject({
    functions: ["query-history"],
    refusal: null,
  });
  expect(await grantPersonnel(form, context)).toEqual(DONE);
  expect(await refusal()).toBeNull();
  expect(await personnelFunctions(relationId, viewer)).toMatchObject({
    functions: ["tax"],
  });
  expect(await noticesOf(person)).toContain("FUNCTIONS_GRANTED");
});

test("OL5 B13 nobody grants to themself, to a manager, to another enterprise's people, or by two passwords alone", async () => {
  const { person, boss, handler, context, identityVersion, viewer } = await officeWithAdded();
  const other = await oldOffice();
  const press = (relationId: string) =>
    grantPersonnel(grant(relationId, identityVersion, ["query-history"]), context);
  expect(await press(boss.relationId)).toEqual(refused("MANAGERS_HAVE_ALL_FUNCTIONS"));
  expect(await press(other.handler.relationId)).toEqual(refused("AUTHORIZATION_NOT_FOUND"));
  expect(await personnelFunctions(other.handler.relationId, viewer)).toBeNull();
  const weak = await actingAs(boss, { proofs: PROOFS.WEAK });
  const form = grant(person.relationId, weak.identityVersion, ["query-history"]);
  expect(await grantPersonnel(form, weak.context)).toEqual(refused("SMS_STEP_UP_REQUIRED"));
  const asHandler = await actingAs(handler);
  expect(
    await grantPersonnel(
      grant(person.relationId, asHandler.identityVersion, ["tax"]),
      asHandler.context,
    ),
  ).toEqual(refused("ONLY_MANAGERS"));
  const { rows } = await personnelRows({ ...viewer, search: "", page: 1 });
  const grantable = (id: string) => rows.find((row) => row.id === id)?.grantable;
  expect(grantable(person.relationId)).toBe(true);
  expect(grantable(boss.relationId)).toBe(false);
});
