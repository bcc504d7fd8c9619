import "@/prisma/testing/empty-database";
import { expect, test } from "vitest";
import { findFunction } from "@/lib/domain/function-tree";
import { functionRefusal } from "@/lib/domain/function-tree-grants";
import { db } from "@/lib/server/db";
import { grantFacts } from "@/lib/server/functions/granted";
import { functionRequested, requestFunction } from "@/lib/server/functions/request";
import { functionRequests } from "@/lib/server/functions/requests";
import { homeNotices } from "@/lib/server/home/home-notices";
import { decideOwnRelation } from "@/lib/server/relations/decide";
import { changePeriod, grantFunctions } from "@/lib/server/relations/grants";
import { handOver } from "@/lib/server/relations/hand-over";
import {
  deletePermissionIdentity,
  permissionIdentities,
  savePermissionIdentity,
} from "@/lib/server/relations/permission-identities";
import { staffMember } from "@/lib/server/relations/staff";
import { sessionOf } from "@/prisma/testing/demo-session";
import { relate } from "@/prisma/testing/people";
import {
  asking,
  askingAs,
  company,
  handlerForm,
  newestRelation,
  realPerson,
  relationState,
} from "@/prisma/testing/staff";

const DONE = { ok: true, value: undefined };
const refused = (code: string) => ({ ok: false, problems: [expect.objectContaining({ code })] });

/** A company with a handler in it, the manager at work. */
async function office() {
  const { enterprise, person: manager, relationId: managerRelation } = await company();
  const handler = await realPerson();
  const relationId = await relate(handler.id, enterprise.id, "TAX_HANDLER");
  const { context, identityVersion } = await askingAs(manager, managerRelation);
  return { enterprise, manager, handler, relationId, context, identityVersion };
}

/** Why the person behind a session may not use a function now; null: they may. */
async function refusal(token: string, code: string) {
  const found = findFunction(code);
  if (!found) throw new Error(`no function ${code}`);
  return functionRefusal(found, await grantFacts(await sessionOf(token)));
}

test("E4 functions given directly and by a permission identity count at once in a running session", async () => {
  const { enterprise, handler, relationId, context, identityVersion } = await office();
  const { token } = (await askingAs(handler, relationId)).context;
  const identity = { name: "开票岗", description: "", functions: ["invoice-use"], identityVersion };
  const saved = await savePermissionIdentity({ ...identity, permissionIdentityId: "" }, context);
  expect(saved).toEqual(DONE);
  const [held] = await permissionIdentities(enterprise.id);
  const permissionIdentityId = held?.id ?? "";
  expect(await refusal(token, "vat-prepayment")).toBeNull();
  const grant = {
    relationId,
    identities: { [permissionIdentityId]: true },
    functions: ["query-history"],
    identityVersion,
  };
  expect(await grantFunctions(grant, context)).toEqual(DONE);
  expect(await refusal(token, "invoice-issue")).toBeNull();
  expect(await refusal(token, "query-history")).toBeNull();
  expect(await refusal(token, "vat-prepayment")).toBe("NOT_GRANTED");
  const changed = { ...identity, permissionIdentityId, functions: ["vat-declaration"] };
  expect(await savePermissionIdentity(changed, context)).toEqual(DONE);
  expect(await refusal(token, "invoice-issue")).toBe("NOT_GRANTED");
  expect(await refusal(token, "vat-prepayment")).toBeNull();
  const remove = () => deletePermissionIdentity({ permissionIdentityId, identityVersion }, context);
  expect(await remove()).toEqual({
    ok: false,
    problems: [{ code: "PERMISSION_IDENTITY_HELD", params: { holders: handler.name } }],
  });
  expect(await refusal(token, "vat-prepayment")).toBeNull();
  await grantFunctions(
    { relationId, identities: {}, functions: ["query-history"], identityVersion },
    context,
  );
  expect(await remove()).toEqual(DONE);
  expect(await refusal(token, "vat-prepayment")).toBe("NOT_GRANTED");
});

test("E4 permission identities: names are unique in one enterprise, others' are out of reach", async () => {
  const { enterprise, relationId, context, identityVersion } = await office();
  const other = await office();
  const identity = { name: "申报岗", description: "报税", functions: ["declaration"] };
  const form = { ...identity, permissionIdentityId: "", identityVersion };
  expect(await savePermissionIdentity(form, context)).toEqual(DONE);
  expect(await savePermissionIdentity(form, context)).toEqual(
    refused("PERMISSION_IDENTITY_EXISTS"),
  );
  const theirs = { ...form, identityVersion: other.identityVersion };
  expect(await savePermissionIdentity(theirs, other.context)).toEqual(DONE);
  const [foreign] = await permissionIdentities(other.enterprise.id);
  const permissionIdentityId = foreign?.id ?? "";
  const missing = refused("PERMISSION_IDENTITY_NOT_FOUND");
  expect(await savePermissionIdentity({ ...form, permissionIdentityId }, context)).toEqual(missing);
  expect(
    await deletePermissionIdentity({ permissionIdentityId, identityVersion }, context),
  ).toEqual(missing);
  const grant = { relationId, identities: { [permissionIdentityId]: true }, functions: [] };
  expect(await grantFunctions({ ...grant, identityVersion }, context)).toEqual(missing);
  expect(await permissionIdentities(enterprise.id)).toHaveLength(1);
});

test("E4 B13 only functions of the tree are granted, never one's own or another enterprise's", async () => {
  const { manager, enterprise, context, identityVersion, relationId } = await office();
  const grant = { identities: {}, functions: ["query-history"], identityVersion };
  expect(await grantFunctions({ ...grant, relationId, functions: ["*"] }, context)).toEqual(
    refused("FUNCTION_UNKNOWN"),
  );
  const own = await relate(manager.id, enterprise.id, "TAX_HANDLER");
  expect(await grantFunctions({ ...grant, relationId: own }, context)).toEqual(
    refused("OWN_AUTHORIZATION"),
  );
  const other = await office();
  expect(await grantFunctions({ ...grant, relationId: other.relationId }, context)).toEqual(
    refused("AUTHORIZATION_NOT_FOUND"),
  );
});

test("E2 the validity of a handler is changed, and judged at once", async () => {
  const { handler, relationId, context, identityVersion } = await office();
  const { token } = (await askingAs(handler, relationId)).context;
  const form = { relationId, identityVersion, validFrom: "2099-01-01", validTo: "2099-12-31" };
  expect(await changePeriod(form, context)).toEqual(DONE);
  expect((await sessionOf(token)).problem).toBe("RELATION_NOT_YET_VALID");
  expect(await changePeriod({ ...form, validTo: "2098-01-01" }, context)).toEqual(
    refused("PERIOD_REVERSED"),
  );
});

test("B11 handover: all roles and grants go to the successor once they confirm, and the former relations end", async () => {
  const { enterprise, handler, relationId, context, identityVersion } = await office();
  const clerk = await relate(handler.id, enterprise.id, "INVOICE_CLERK");
  const grant = { identities: {}, functions: ["query-history"], identityVersion };
  await grantFunctions({ ...grant, relationId }, context);
  const successor = await realPerson();
  const form = { ...handlerForm(successor, identityVersion), relationId };
  const again = { ...handlerForm(handler, identityVersion), relationId };
  expect(await handOver(again, context)).toEqual(refused("SUCCESSOR_IS_SAME"));
  expect(await handOver(form, context)).toEqual(DONE);
  expect(await handOver(form, context)).toEqual(refused("RELATION_WAITS_ALREADY"));
  expect(await relationState(relationId)).toMatchObject({ status: "ACTIVE" });
  const { token } = (await askingAs(handler, relationId)).context;
  const offered = await newestRelation(successor.id, enterprise.id);
  const mine = await asking(successor);
  expect(await decideOwnRelation({ relationId: offered, action: "ACCEPT" }, mine)).toEqual(DONE);
  for (const former of [relationId, clerk]) {
    expect(await relationState(former)).toMatchObject({ status: "REMOVED", living: null });
  }
  expect((await sessionOf(token)).problem).toBe("RELATION_NOT_ACTIVE");
  const taken = await db.relation.findMany({
    where: { personId: successor.id, enterpriseId: enterprise.id, status: "ACTIVE" },
    orderBy: { role: "desc" },
    select: { id: true, role: true, grants: { select: { functionCode: true } } },
  });
  expect(taken.map(({ role }) => role).sort()).toEqual(["INVOICE_CLERK", "TAX_HANDLER"]);
  expect(taken.find(({ role }) => role === "TAX_HANDLER")?.grants).toEqual([
    { functionCode: "query-history" },
  ]);
  const told = await db.message.findMany({
    where: { personId: handler.id, kind: { in: ["HANDOVER_STARTED", "HANDED_OVER"] } },
  });
  expect(told).toHaveLength(4);
});

test("B11 a successor who refuses leaves everything as it was", async () => {
  const { enterprise, relationId, context, identityVersion } = await office();
  const successor = await realPerson();
  await handOver({ ...handlerForm(successor, identityVersion), relationId }, context);
  const offered = await newestRelation(successor.id, enterprise.id);
  const mine = await asking(successor);
  expect(await decideOwnRelation({ relationId: offered, action: "REJECT" }, mine)).toEqual(DONE);
  expect(await relationState(relationId)).toMatchObject({ status: "ACTIVE", living: true });
});

test("B14 a request for a function is one 待办 of the managers, answered by granting", async () => {
  const { enterprise, handler, relationId, context, identityVersion } = await office();
  const asked = await askingAs(handler, relationId);
  const form = { functionCode: "packages", identityVersion: asked.identityVersion };
  const results = await Promise.all([1, 2, 3].map(() => requestFunction(form, asked.context)));
  expect(results).toEqual([DONE, DONE, DONE]);
  const now = new Date();
  expect(await functionRequests(enterprise.id, now)).toEqual([
    expect.objectContaining({
      path: `staff/${relationId}`,
      personName: handler.name,
      functionName: "套餐及组合业务",
    }),
  ]);
  expect(await functionRequested(asked.context.session, "packages")).toBe(true);
  const seenIn = async ({ session }: typeof context) =>
    (await homeNotices(session, now)).todos.map(({ code }) => code);
  expect(await seenIn(context)).toEqual(["TODO_FUNCTION_REQUESTED"]);
  expect(await seenIn(asked.context)).toEqual([]);
  const grant = { relationId, identities: {}, functions: ["packages"], identityVersion };
  expect(await grantFunctions(grant, context)).toEqual(DONE);
  expect(await functionRequests(enterprise.id, now)).toEqual([]);
  expect(await requestFunction(form, asked.context)).toEqual(refused("FUNCTION_ALREADY_GRANTED"));
  expect(await requestFunction({ ...form, identityVersion: 99 }, asked.context)).toEqual(
    refused("IDENTITY_SWITCHED"),
  );
});

test("E4 the page 授权 shows a relation of the acting enterprise only", async () => {
  const { enterprise, manager, relationId } = await office();
  const other = await office();
  const viewer = { personId: manager.id, as: "LEGAL_REPRESENTATIVE", now: new Date() } as const;
  const shown = (enterpriseId: string) => staffMember(relationId, { ...viewer, enterpriseId });
  expect(await shown(enterprise.id)).toMatchObject({ refusals: { GRANT: null } });
  expect(await shown(other.enterprise.id)).toBeNull();
});
