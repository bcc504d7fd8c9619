import "@/prisma/testing/empty-database";
import { expect, test, vi } from "vitest";
import { appendAudit } from "@/lib/server/audit";
import { db, transaction } from "@/lib/server/db";
import { EVENTS_ON_ONE_PAGE, historyCsv, historyPage } from "@/lib/server/history/history";
import { logIn } from "@/prisma/testing/login";
import { newEnterprise, newPerson } from "@/prisma/testing/people";
import { newBrowser } from "@/prisma/testing/request-scope";

vi.setConfig({ testTimeout: 30_000 });
vi.mock("next/headers", () => import("@/prisma/testing/request-scope"));

const ALWAYS = { from: null, to: null };

function record(
  personId: string,
  more: {
    at?: Date;
    action?: string;
    enterpriseId?: string;
    agencyId?: string;
    actorId?: string;
  } = {},
) {
  return transaction((tx) =>
    appendAudit(tx, {
      at: new Date(),
      action: "SWITCH_IDENTITY",
      outcome: "OK",
      region: "shandong",
      actorKind: "PERSON",
      actorId: personId,
      personId,
      ...more,
    }),
  );
}

async function csv(personId: string, days: Parameters<typeof historyCsv>[1] = ALWAYS) {
  const parts = [];
  for await (const part of historyCsv({ personId }, days)) parts.push(part);
  return { parts, lines: parts.join("").split("\r\n").slice(0, -1) };
}

test("A1 the history says what, how it ended, by whom, with which browser and where", async () => {
  const person = await newPerson();
  await logIn(
    newBrowser({ "user-agent": "Firefox/140 Linux", "x-forwarded-for": "10.1.2.3" }),
    person,
  );
  const { events, total } = await historyPage({ personId: person.id }, ALWAYS, 1);
  expect(total).toBe(1);
  expect(events[0]).toMatchObject({
    action: "登录",
    outcome: "成功",
    refused: false,
    actor: "本人",
    region: "山东",
    device: "Firefox（Linux）",
    place: "内网",
  });
});

test("B12 what somebody else did to the person shows without their name", async () => {
  const [person, manager] = [await newPerson(), await newPerson()];
  const { id: enterpriseId, name } = await newEnterprise();
  await record(person.id, { actorId: manager.id, enterpriseId });
  const { events } = await historyPage({ personId: person.id }, ALWAYS, 1);
  expect(events).toMatchObject([{ actor: "其他人员", about: name }]);
  expect(JSON.stringify(events)).not.toContain(manager.name);
});

test("B12 G3 an enterprise sees who acted for it, whom it concerned, and the agency of an agent", async () => {
  const [handler, manager, agent] = [await newPerson(), await newPerson(), await newPerson()];
  const { id: enterpriseId } = await newEnterprise();
  const agency = await newEnterprise("AGENCY");
  await record(handler.id, { enterpriseId });
  await record(handler.id, { enterpriseId, action: "FREEZE_RELATION", actorId: manager.id });
  await record(agent.id, { enterpriseId, agencyId: agency.id });
  await record(handler.id);
  const { events, total } = await historyPage({ enterpriseId }, ALWAYS, 1);
  expect(total).toBe(3);
  expect(events).toMatchObject([
    { actor: `${agent.name}（${agency.name}）`, about: "", device: "", place: "" },
    { actor: manager.name, action: "冻结办税人员", about: handler.name },
    { actor: handler.name, about: "" },
  ]);
  const parts = [];
  for await (const part of historyCsv({ enterpriseId }, ALWAYS)) parts.push(part);
  expect(parts.join("").split("\r\n")[2]).toContain(`"${manager.name}","山东","${handler.name}"`);
});

test("A1 it comes newest first, page by page", async () => {
  const person = await newPerson();
  for (let each = 0; each <= EVENTS_ON_ONE_PAGE; each += 1) await record(person.id);
  const [first, second] = [
    await historyPage({ personId: person.id }, ALWAYS, 1),
    await historyPage({ personId: person.id }, ALWAYS, 2),
  ];
  const sequences = [...first.events, ...second.events].map(({ sequence }) => sequence);
  expect(sequences).toHaveLength(EVENTS_ON_ONE_PAGE + 1);
  expect(sequences).toEqual([...sequences].sort((a, b) => b - a));
});

test("A1 days are those of Asia/Shanghai, both inclusive", async () => {
  const person = await newPerson();
  for (const at of [
    "2026-11-20T15:59:59Z",
    "2026-11-20T16:00:00Z",
    "2026-11-22T15:59:59Z",
    "2026-11-22T16:00:00Z",
  ]) {
    await record(person.id, { at: new Date(at) });
  }
  const total = async (from: string | null, to: string | null) =>
    (await historyPage({ personId: person.id }, { from, to }, 1)).total;
  expect(await total("2026-11-21", "2026-11-22")).toBe(2);
  expect(await total("2026-11-21", null)).toBe(3);
  expect(await total(null, "2026-11-20")).toBe(1);
  expect(await total("2026-11-23", "2026-11-20")).toBe(0);
});

test("B12 nobody reads or exports the history of another", async () => {
  const [person, other] = [await newPerson(), await newPerson()];
  await logIn(newBrowser({ "user-agent": "Firefox/140" }), other);
  await record(other.id, { actorId: person.id });
  expect(await historyPage({ personId: person.id }, ALWAYS, 1)).toEqual({ events: [], total: 0 });
  expect((await csv(person.id)).lines).toHaveLength(1);
});

test("B12 a session of another named by an event lends it neither browser nor place", async () => {
  const [person, other] = [await newPerson(), await newPerson()];
  const { id } = await logIn(newBrowser({ "user-agent": "Firefox/140" }), other);
  const subject = { subjectKind: "LoginSession", subjectId: id };
  await transaction((tx) =>
    appendAudit(tx, {
      at: new Date(),
      action: "LOGOUT",
      outcome: "OK",
      actorKind: "SYSTEM",
      personId: person.id,
      ...subject,
    }),
  );
  expect((await historyPage({ personId: person.id }, ALWAYS, 1)).events).toMatchObject([
    { device: "", place: "", actor: "系统" },
  ]);
});

test("B12 the export is UTF-8 with a mark, and no cell is a formula", async () => {
  const person = await newPerson();
  const { id: enterpriseId } = await newEnterprise();
  const name = `=HYPERLINK("http://evil.example","点这里")`;
  await db.enterprise.update({ where: { id: enterpriseId }, data: { name } });
  await record(person.id, { enterpriseId });
  const { lines } = await csv(person.id);
  expect(lines[0]).toBe('\uFEFF"时间","事项","结果","操作人","税务机关","企业","设备","地点"');
  expect(lines[1]).toContain(`"'=HYPERLINK(""http://evil.example"",""点这里"")"`);
});

test("B12 a long history is exported whole, in parts, each event once", async () => {
  const person = await newPerson();
  const template = await (async () => {
    await record(person.id);
    return db.auditEvent.findFirstOrThrow({ where: { personId: person.id } });
  })();
  const more = Array.from({ length: 1_200 }, (_, index) => ({
    ...template,
    sequence: template.sequence + 100_000 + index,
    at: new Date(Date.parse("2026-01-01T00:00:00Z") + index * 60_000),
  }));
  await db.auditEvent.createMany({ data: more });
  const { parts, lines } = await csv(person.id);
  expect(lines).toHaveLength(1 + 1 + more.length);
  expect(new Set(lines).size).toBe(lines.length);
  expect(parts.length).toBe(4);
});
