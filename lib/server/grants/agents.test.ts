import "@/prisma/testing/empty-database";
import { beforeEach, expect, test } from "vitest";
import { addDays, dayOf } from "@/lib/domain/china-time";
import { grantedFunctions } from "@/lib/domain/function-tree-grants";
import { db } from "@/lib/server/db";
import type { SignedIn } from "@/lib/server/filings/access";
import { grantFacts } from "@/lib/server/functions/granted";
import { functionRequested, requestFunction } from "@/lib/server/functions/request";
import { functionRequests } from "@/lib/server/functions/requests";
import { grantAgent, servingAgents } from "@/lib/server/grants/agents";
import { allServedClients } from "@/lib/server/relations/own";
import { agencyAndClient, agentSession, agreed, type Filer } from "@/prisma/testing/agencies";
import { actingAs, type newCitizen, newFiler } from "@/prisma/testing/filing";
import { relate } from "@/prisma/testing/people";
import { DONE, messagesOf, refused } from "@/prisma/testing/staff";

const now = new Date();
const today = dayOf(now);

let agency: Filer;
let client: Filer;
let agent: Awaited<ReturnType<typeof newCitizen>>;
let staff: string;
let agreement: string;
let agentId: string;
let running: Awaited<ReturnType<typeof agentSession>>;
let managing: SignedIn;

beforeEach(async () => {
  ({ agency, client, agent, staff } = await agencyAndClient());
  agreement = await agreed(agency, client, [staff]);
  running = await agentSession(agent.id, agreement);
  ({ id: agentId } = await db.agreementStaff.findFirstOrThrow({
    where: { agreementId: agreement },
  }));
  managing = await client.context();
});

/** Functions the running session of the agent has, without what needs no grant. */
async function functions() {
  const granted = grantedFunctions(await grantFacts(await running.session()));
  return granted.filter(({ open }) => !open).map(({ code }) => code);
}

const grant = (codes: string[], context = managing, id = agentId) =>
  grantAgent({ agentId: id, functions: codes, identityVersion: 1 }, context);

const shown = async (id?: string) => {
  const viewer = { enterpriseId: client.enterprise.id, personId: client.person.id, now };
  return servingAgents(viewer, id);
};

test("E4 a client grants its agent functions, which count at once in a running session (云南 3.1)", async () => {
  expect(await functions()).toContain("query-invoices");
  expect(await grant(["query-history"])).toEqual(DONE);
  expect(await functions()).toEqual(["query-history"]);
  expect(await messagesOf(agent.id)).toEqual(["FUNCTIONS_GRANTED"]);
  const event = await db.auditEvent.findFirstOrThrow({ where: { subjectId: agentId } });
  expect(event).toMatchObject({
    action: "GRANT_FUNCTIONS",
    actorId: client.person.id,
    personId: agent.id,
    enterpriseId: client.enterprise.id,
    agencyId: agency.enterprise.id,
  });
  expect(await grant([])).toEqual(DONE);
  expect(await functions()).toContain("query-invoices");
});

test("E4 no other enterprise, no handler, no agency grants an agent anything, nor the client to another's", async () => {
  const other = await newFiler();
  const notFound = refused("AGREEMENT_NOT_FOUND_HERE");
  expect(await grant(["query-history"], await other.context())).toEqual(notFound);
  expect(await grant(["query-history"], await agency.context())).toEqual(notFound);
  expect(await grant(["query-history"], await running.context())).toEqual(refused("ONLY_MANAGERS"));
  const handler = await newFiler();
  const relationId = await relate(handler.person.id, client.enterprise.id, "TAX_HANDLER");
  const acting = await actingAs(handler.person.id, "shandong", { entry: "ENTERPRISE", relationId });
  expect(await grant(["query-history"], await acting.context())).toEqual(refused("ONLY_MANAGERS"));
  expect(await grant(["no-such-function"])).toEqual(refused("FUNCTION_UNKNOWN"));
  expect(await grant(["*"])).toEqual(refused("FUNCTION_UNKNOWN"));
  expect(await db.functionGrant.count({ where: { agreementStaffId: agentId } })).toBe(0);
});

test("E4 B13 a manager who is the agent, too, grants themselves nothing", async () => {
  const relationId = await relate(agent.id, client.enterprise.id, "FINANCE_MANAGER");
  const acting = await actingAs(agent.id, "shandong", { entry: "ENTERPRISE", relationId });
  expect(await grant(["query-history"], await acting.context())).toEqual(
    refused("OWN_AUTHORIZATION"),
  );
});

test("E4 B7 a stale tab, a manager removed meanwhile, an agreement that is over: nothing is granted", async () => {
  const stale = { agentId, functions: ["query-history"], identityVersion: 9 };
  expect(await grantAgent(stale, managing)).toEqual(refused("IDENTITY_SWITCHED"));
  const where = { id: client.relationId };
  await db.relation.update({ where, data: { status: "REMOVED", living: null } });
  expect(await grant(["query-history"])).toEqual(refused("AGREEMENT_NOT_FOUND_HERE"));
  await db.relation.update({ where, data: { status: "ACTIVE", living: true } });
  await db.agreement.update({
    where: { id: agreement },
    data: { validFrom: addDays(today, -9), validTo: addDays(today, -1) },
  });
  expect(await grant(["query-history"])).toEqual(refused("AGREEMENT_NOT_FOUND_HERE"));
  expect(await db.functionGrant.count({ where: { agreementStaffId: agentId } })).toBe(0);
});

test("E4 two managers who grant at once: one grant stands whole", async () => {
  await Promise.all([grant(["query-history", "query-invoices"]), grant(["invoice-use", "query"])]);
  const codes = (await db.functionGrant.findMany({ where: { agreementStaffId: agentId } }))
    .map(({ functionCode }) => functionCode)
    .sort();
  expect([
    ["query-history", "query-invoices"],
    ["invoice-use", "query"],
  ]).toContainEqual(codes);
});

test("B12 谁能代表我们 names the agents with agency, period and last use, and only those listed and in force", async () => {
  expect(await shown()).toMatchObject([
    {
      id: agentId,
      name: agent.name,
      agency: agency.enterprise.name,
      validTo: addDays(today, 30),
      own: false,
      functions: [],
    },
  ]);
  expect(await shown("019a0000-0000-7000-8000-000000000000")).toEqual([]);
  const list = { where: { id: staff } };
  await db.agencyStaff.update({ ...list, data: { removedAt: now } });
  expect(await shown()).toEqual([]);
  await db.agencyStaff.update({ ...list, data: { removedAt: null } });
  await db.agreement.update({ where: { id: agreement }, data: { status: "TERMINATED" } });
  expect(await shown()).toEqual([]);
});

test("B12 我能代表谁 names the clients an agent serves, with the agency, while the agreement is in force", async () => {
  expect(await allServedClients(agent.id, now)).toMatchObject([
    {
      client: { name: client.enterprise.name, creditCode: client.enterprise.creditCode },
      agency: { name: agency.enterprise.name },
      validTo: addDays(today, 30),
    },
  ]);
  expect(await allServedClients(client.person.id, now)).toEqual([]);
  await db.agencyStaff.update({ where: { id: staff }, data: { removedAt: now } });
  expect(await allServedClients(agent.id, now)).toEqual([]);
});

test("B14 an agent asks the client's managers for a function once, and is answered by granting", async () => {
  await grant(["query-history"]);
  const asking = await running.context();
  const form = { functionCode: "packages", identityVersion: asking.session.identityVersion };
  const results = await Promise.all([1, 2, 3].map(() => requestFunction(form, asking)));
  expect(results).toEqual([DONE, DONE, DONE]);
  expect(await functionRequests(client.enterprise.id, now)).toMatchObject([
    { path: `agents/${agentId}`, personName: agent.name, functionName: "套餐及组合业务" },
  ]);
  expect(await functionRequested(asking.session, "packages")).toBe(true);
  expect(await messagesOf(client.person.id)).toContain("FUNCTION_REQUESTED");
  expect(await grant(["packages"])).toEqual(DONE);
  expect(await functionRequests(client.enterprise.id, now)).toEqual([]);
  expect(await functions()).toEqual(["packages"]);
});
