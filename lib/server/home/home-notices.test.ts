import "@/prisma/testing/demo-database";
import { expect, test } from "vitest";
import { addDays, dayOf } from "@/lib/domain/china-time";
import { publishedAnnouncements } from "@/lib/server/announcements/published";
import { db } from "@/lib/server/db";
import { grantFacts } from "@/lib/server/functions/granted";
import { savedFavourites } from "@/lib/server/home/favourites";
import { homeNotices } from "@/lib/server/home/home-notices";
import type { CurrentSession } from "@/lib/server/session-store";
import { agreementStaffId, sessionOf, signIn } from "@/prisma/testing/demo-session";
import { newEnterprise, newPerson, relate } from "@/prisma/testing/people";
import { asking, company, realPerson } from "@/prisma/testing/staff";
import { statementsOf } from "@/prisma/testing/statements";

const now = new Date();
const inDays = (days: number) => addDays(dayOf(now), days);

/** Codes of what a session is shown, sorted. */
async function shown(session: CurrentSession) {
  const { todos, reminders } = await homeNotices(session, now);
  const codes = (notices: { code: string }[]) => notices.map(({ code }) => code).sort();
  return { todos: codes(todos), reminders: codes(reminders) };
}

async function sessionAt(person: { name: string }, relationId?: string): Promise<CurrentSession> {
  const acting = relationId
    ? ({ entry: "ENTERPRISE", relationId } as const)
    : ({ entry: "PERSON" } as const);
  return (await asking(person, acting, { face: false })).session;
}

const NOTHING = { todos: [], reminders: [] };

test("OL6 kept ones: the person's own and those of the enterprise acted for, nobody else's, none that is done", async () => {
  const { person, enterprise, relationId } = await company();
  const other = await company();
  const todo = { subjectId: "none" };
  await db.todo.createMany({
    data: [
      { ...todo, kind: "OWN", personId: person.id },
      { ...todo, kind: "DONE", personId: person.id, doneAt: now },
      { ...todo, kind: "OTHER_PERSON", personId: other.person.id },
      { ...todo, kind: "HERE", enterpriseId: enterprise.id },
      { ...todo, kind: "ELSEWHERE", enterpriseId: other.enterprise.id },
    ],
  });
  await db.reminder.createMany({
    data: [
      { kind: "HERE", enterpriseId: enterprise.id, params: JSON.stringify({ number: "1" }) },
      { kind: "ELSEWHERE", enterpriseId: other.enterprise.id },
    ],
  });
  expect(await shown(await sessionAt(person, relationId))).toEqual({
    todos: ["TODO_HERE", "TODO_OWN"],
    reminders: ["REMINDER_HERE"],
  });
  expect(await shown(await sessionAt(person))).toEqual({ todos: ["TODO_OWN"], reminders: [] });
});

test("OL6 an agent sees what is noted for the client", async () => {
  const client = await db.enterprise.findFirstOrThrow({ where: { name: { contains: "泰岳" } } });
  await db.reminder.create({ data: { kind: "CLIENT", enterpriseId: client.id } });
  const acting = { entry: "AGENCY", agreementStaffId: await agreementStaffId("孙丽", "泰岳") };
  const session = await sessionOf(
    await signIn("孙丽", "shandong", acting as Parameters<typeof signIn>[2]),
  );
  expect((await shown(session)).reminders).toContain("REMINDER_CLIENT");
});

test("OL6 an authorisation to agree to is a 待办 until it is settled, however it was: agreed, ended, over", async () => {
  const person = await realPerson();
  const session = await sessionAt(person);
  const { enterprise } = await company();
  const id = await relate(person.id, enterprise.id, "FINANCE_MANAGER");
  const set = (data: Parameters<typeof db.relation.update>[0]["data"]) =>
    db.relation.update({ where: { id }, data });
  await set({ status: "PENDING_PERSON" });
  await db.todo.create({
    data: { personId: person.id, kind: "AUTHORIZATION_OFFERED", subjectId: id },
  });
  const { todos } = await homeNotices(session, now);
  expect(todos).toMatchObject([
    {
      code: "TODO_AUTHORIZATION_OFFERED",
      params: { enterprise: enterprise.name, role: "财务负责人" },
      path: "account/authorizations?tab=waiting",
    },
  ]);
  // Confirmed while logging in (L6), or by a path that never heard of the 待办.
  await set({ status: "ACTIVE" });
  expect(await shown(session)).toEqual(NOTHING);
  await set({ status: "PENDING_PERSON", validTo: inDays(-1) });
  expect(await shown(session)).toEqual(NOTHING);
  await set({ status: "REMOVED", living: null, validTo: null });
  expect(await shown(session)).toEqual(NOTHING);
});

test("OL6 managers are told who applied and whose authorisation ends, as numbers; handlers their own", async () => {
  const { person, enterprise, relationId } = await company();
  const [handler, applicant] = [await realPerson(), await realPerson()];
  const own = await relate(handler.id, enterprise.id, "TAX_HANDLER");
  await db.relation.update({ where: { id: own }, data: { validTo: inDays(30) } });
  const asked = await relate(applicant.id, enterprise.id, "TAX_HANDLER");
  await db.relation.update({ where: { id: asked }, data: { status: "PENDING_ENTERPRISE" } });
  expect(await homeNotices(await sessionAt(person, relationId), now)).toMatchObject({
    todos: [{ code: "TODO_AUTHORIZATION_APPLIED", params: { count: 1 } }],
    reminders: [{ code: "REMINDER_HANDLERS_ENDING", params: { count: 1 }, path: "account/staff" }],
  });
  const seen = await homeNotices(await sessionAt(handler, own), now);
  expect(seen).toMatchObject({
    todos: [],
    reminders: [{ code: "REMINDER_RELATION_ENDING", params: { until: inDays(30) } }],
  });
  expect(await shown(await sessionAt(applicant))).toEqual(NOTHING);
  await db.relation.update({ where: { id: own }, data: { validTo: inDays(31) } });
  expect((await shown(await sessionAt(handler, own))).reminders).toEqual([]);
});

test("OL6 agreements: to be recognised, or near their end, for the managers of both sides", async () => {
  const { person, enterprise, relationId } = await company();
  const agency = await newEnterprise("AGENCY");
  const agent = await realPerson();
  const ofAgency = await relate(agent.id, agency.id, "LEGAL_REPRESENTATIVE");
  const agreement = await db.agreement.create({
    data: {
      agencyId: agency.id,
      clientId: enterprise.id,
      status: "PENDING_CLIENT",
      validFrom: inDays(-10),
      validTo: inDays(5),
    },
  });
  const set = (data: Parameters<typeof db.agreement.update>[0]["data"]) =>
    db.agreement.update({ where: { id: agreement.id }, data });
  const client = await sessionAt(person, relationId);
  expect((await shown(client)).todos).toEqual(["TODO_RECOGNISE_AGENCY"]);
  await set({ status: "ACTIVE" });
  expect(await homeNotices(client, now)).toMatchObject({
    todos: [],
    reminders: [
      {
        code: "REMINDER_AGREEMENTS_ENDING",
        params: { count: 1, until: inDays(5) },
        path: "tax/agency/recognition",
      },
    ],
  });
  expect((await homeNotices(await sessionAt(agent, ofAgency), now)).reminders).toMatchObject([
    { code: "REMINDER_AGREEMENTS_ENDING", path: "tax/agency/agreements" },
  ]);
  await set({ status: "TERMINATED" });
  expect(await shown(client)).toEqual(NOTHING);
});

test("OL6 progress of what was filed is a 服务提醒, what was not a 待办 of its author alone", async () => {
  const { person, enterprise, relationId } = await company();
  const author = await realPerson();
  const own = await relate(author.id, enterprise.id, "TAX_HANDLER");
  const filing = {
    kind: "HANDLER_CHANGE",
    region: "shandong",
    enterpriseId: enterprise.id,
    filedById: author.id,
    data: "{}",
  } as const;
  await db.filing.createMany({
    data: [
      { ...filing, status: "DRAFT" },
      { ...filing, status: "EFFECTIVE", number: `F${enterprise.name}` },
    ],
  });
  expect(await homeNotices(await sessionAt(author, own), now)).toMatchObject({
    todos: [{ code: "TODO_DRAFTS", params: { count: 1 } }],
    reminders: [{ code: "REMINDER_FILING", params: { status: "已生效" } }],
  });
  expect(await shown(await sessionAt(person, relationId))).toEqual({
    todos: [],
    reminders: ["REMINDER_FILING"],
  });
});

test("OL6 unread messages and a real-name level a face can raise; an old entry reaches neither", async () => {
  const person = await newPerson();
  await db.message.create({ data: { personId: person.id, kind: "USERNAME_SET" } });
  const session = await sessionAt(person);
  expect(await shown(session)).toEqual({
    todos: [],
    reminders: ["REMINDER_REAL_NAME", "REMINDER_UNREAD_MESSAGES"],
  });
  expect(await shown({ ...session, proofs: ["ENTERPRISE_PASSWORD", "SMS"] })).toEqual(NOTHING);
});

test("N4 the main page asks the database at most eleven times, whatever there is to tell", async () => {
  const { person, enterprise, relationId } = await company();
  const session = await sessionAt(person, relationId);
  const page = () =>
    Promise.all([
      grantFacts(session),
      homeNotices(session, now),
      savedFavourites(session.personId),
      publishedAnnouncements(session.region),
    ]);
  expect(await statementsOf(page)).toBeLessThanOrEqual(7);
  const handler = await realPerson();
  const own = await relate(handler.id, enterprise.id, "TAX_HANDLER");
  await db.relation.update({ where: { id: own }, data: { validTo: inDays(3) } });
  await db.todo.create({
    data: {
      enterpriseId: enterprise.id,
      kind: "FUNCTION_REQUESTED",
      subjectId: `${own}:packages`,
    },
  });
  expect((await shown(session)).todos).toEqual(["TODO_FUNCTION_REQUESTED"]);
  expect(await statementsOf(page)).toBeLessThanOrEqual(11);
});

test("OL6 of very many, all are counted, and the person's own are not crowded out", async () => {
  const { person, enterprise, relationId } = await company();
  const agency = await newEnterprise("AGENCY");
  const elsewhere = await newEnterprise("ENTERPRISE");
  const own = await relate(person.id, elsewhere.id, "TAX_HANDLER");
  const long = new Date(now.getTime() - 86_400_000);
  await db.relation.update({ where: { id: own }, data: { validTo: inDays(3), createdAt: long } });
  const ofAgency = await relate(person.id, agency.id, "LEGAL_REPRESENTATIVE");
  for (let each = 0; each < 55; each++) {
    const applicant = await newPerson();
    const asked = await relate(applicant.id, enterprise.id, "TAX_HANDLER");
    await db.relation.update({ where: { id: asked }, data: { status: "PENDING_ENTERPRISE" } });
  }
  await db.agreement.createMany({
    data: Array.from({ length: 55 }, () => ({
      agencyId: agency.id,
      clientId: elsewhere.id,
      status: "ACTIVE" as const,
      validFrom: inDays(-10),
      validTo: inDays(5),
    })),
  });
  expect(await homeNotices(await sessionAt(person, relationId), now)).toMatchObject({
    todos: [{ code: "TODO_AUTHORIZATION_APPLIED", params: { count: 55 } }],
    reminders: expect.arrayContaining([
      expect.objectContaining({ code: "REMINDER_RELATION_ENDING" }),
    ]),
  });
  const { reminders } = await homeNotices(await sessionAt(person, ofAgency), now);
  expect(reminders.find(({ code }) => code === "REMINDER_AGREEMENTS_ENDING")).toMatchObject({
    params: { count: 55 },
  });
});
