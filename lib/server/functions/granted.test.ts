import "@/prisma/testing/demo-database";
import { expect, test } from "vitest";
import { grantedFunctions } from "@/lib/domain/function-tree-grants";
import { db } from "@/lib/server/db";
import { grantFacts, managersOf } from "@/lib/server/functions/granted";
import {
  type ActingColumns,
  agreementStaffId,
  projectId,
  relationId,
  sessionOf,
  signIn,
} from "@/prisma/testing/demo-session";

/** Sections in which the signed-in person has functions that need a grant. */
async function sections(name: string, region: string, acting: ActingColumns) {
  const facts = await grantFacts(await sessionOf(await signIn(name, region, acting)));
  const granted = grantedFunctions(facts).filter(({ open }) => !open);
  return [...new Set(granted.map(({ within }) => within[0]))];
}

const ALL = ["user-centre", "tax", "query", "interaction", "personalised"];

test("E2 a handler has 我要办税 and 我要查询, a legal representative everything", async () => {
  const handler = { entry: "ENTERPRISE", relationId: await relationId("王芳", "泰岳") } as const;
  expect(await sections("王芳", "shandong", handler)).toEqual(["tax", "query"]);
  const legal = await relationId("张伟", "泰岳", "LEGAL_REPRESENTATIVE");
  expect(await sections("张伟", "shandong", { entry: "ENTERPRISE", relationId: legal })).toEqual(
    ALL,
  );
});

test("E4 a permission identity of the enterprise (全量办税) gives its functions", async () => {
  const acting = { entry: "ENTERPRISE", relationId: await relationId("冯雪", "北方") } as const;
  expect(await sections("冯雪", "liaoning", acting)).toEqual(ALL);
});

test("E2 in 辽宁 a handler has nothing until something is granted", async () => {
  const id = await relationId("冯雪", "北方");
  const acting = { entry: "ENTERPRISE", relationId: id } as const;
  const held = await db.relationPermissionIdentity.findMany({ where: { relationId: id } });
  await db.relationPermissionIdentity.deleteMany({ where: { relationId: id } });
  expect(await sections("冯雪", "liaoning", acting)).toEqual([]);
  await db.functionGrant.create({ data: { relationId: id, functionCode: "query-history" } });
  expect(await sections("冯雪", "liaoning", acting)).toEqual(["query"]);
  await db.functionGrant.deleteMany({ where: { relationId: id } });
  await db.relationPermissionIdentity.createMany({ data: held });
});

test("E4 a grant counts at once, without logging in again", async () => {
  const id = await relationId("王芳", "泰岳", "INVOICE_CLERK");
  const token = await signIn("王芳", "shandong", { entry: "ENTERPRISE", relationId: id });
  const codes = async () =>
    grantedFunctions(await grantFacts(await sessionOf(token))).map(({ code }) => code);
  expect(await codes()).not.toContain("query-invoices");
  const grant = { relationId: id, functionCode: "query-invoices" };
  await db.functionGrant.create({ data: grant });
  expect(await codes()).toContain("query-invoices");
  await db.functionGrant.deleteMany({ where: grant });
  expect(await codes()).not.toContain("query-invoices");
});

test("E4 an agent has what the client granted for this agreement, not for another", async () => {
  const taiyue = await agreementStaffId("孙丽", "泰岳");
  const donghai = await agreementStaffId("孙丽", "东海");
  const grant = { agreementStaffId: taiyue, functionCode: "invoice-use" };
  await db.functionGrant.create({ data: grant });
  const forClient = (id: string) =>
    sections("孙丽", "shandong", { entry: "AGENCY", agreementStaffId: id });
  expect(await forClient(taiyue)).toEqual(["tax"]);
  expect(await forClient(donghai)).toEqual(["tax", "query"]);
  await db.functionGrant.deleteMany({ where: grant });
});

test("E4 at a project: by role, or by the report", async () => {
  const id = await projectId("9012");
  expect(await sections("丹增", "shandong", { entry: "SPECIFIC", projectId: id })).toEqual([
    "tax",
    "query",
  ]);
  const relation = await relationId("扎西顿珠", "雪莲", "LEGAL_REPRESENTATIVE");
  expect(
    await sections("扎西顿珠", "shandong", {
      entry: "SPECIFIC",
      projectId: id,
      relationId: relation,
    }),
  ).toEqual(ALL);
});

test("B14 who can grant: legal representative first, then finance manager, nobody waiting", async () => {
  const managers = async (name: string) => {
    const where = { name: { contains: name } };
    const { id } = await db.enterprise.findFirstOrThrow({ where, select: { id: true } });
    return (await managersOf(id)).map(({ role, name: person }) => [role, person]);
  };
  expect(await managers("齐鲁")).toEqual([
    ["LEGAL_REPRESENTATIVE", "刘洋"],
    ["FINANCE_MANAGER", "陈静"],
  ]);
  expect(await managers("雪莲")).toEqual([["LEGAL_REPRESENTATIVE", "扎西顿珠"]]);
});
