import "@/prisma/testing/demo-database";
import { expect, test } from "vitest";
import {
  announcementList,
  announcementOf,
  draftAnnouncement,
  editAnnouncement,
  publishAnnouncement,
  withdrawAnnouncement,
} from "@/lib/server/announcements/manage";
import {
  publishedAnnouncement,
  publishedAnnouncements,
} from "@/lib/server/announcements/published";
import { db } from "@/lib/server/db";
import type { CurrentOfficer } from "@/lib/server/hall/officer-session";

const NOW = new Date("2026-03-01T01:00:00Z");
const later = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000);
const reason = "按局里安排发布";

async function officerOf(employeeNumber: string): Promise<CurrentOfficer> {
  const { id, ...rest } = await db.officer.findUniqueOrThrow({
    where: { employeeNumber },
    select: { id: true, employeeNumber: true, name: true, region: true, role: true },
  });
  return { sessionId: "session", officerId: id, ...rest };
}

async function newDraft(title = "停机公告") {
  const officer = await officerOf("370001");
  const context = { officer, now: NOW };
  const made = await draftAnnouncement({ title, body: "今晚停机", reason }, context);
  const id = made.ok ? (made.value.to.split("/").at(-1) ?? "") : "";
  return { context, officer, announcement: id, id };
}

test("OL6 a draft is seen by officers of its bureau only", async () => {
  const { id, officer } = await newDraft();
  expect(await announcementOf(officer, id)).toMatchObject({ status: "DRAFT", title: "停机公告" });
  expect((await announcementList(officer, 1)).rows.map((row) => row.id)).toContain(id);
  expect(await publishedAnnouncement("shandong", id, later(60))).toBeNull();
  expect(await announcementOf(await officerOf("540001"), id)).toBeNull();
});

test("OL6 a planned announcement is out from its time to its end, without a job", async () => {
  const { context, announcement, id } = await newDraft("征期公告");
  const times = { publishAt: later(10), expiresAt: later(20) };
  const form = { announcement, version: 1, ...times, reason };
  expect(await publishAnnouncement(form, context)).toMatchObject({ ok: true });
  expect(await publishedAnnouncement("shandong", id, later(9))).toBeNull();
  expect(await publishedAnnouncement("shandong", id, later(10))).toMatchObject({
    title: "征期公告",
  });
  const listed = await publishedAnnouncements("shandong", later(10));
  expect(listed.map((row) => row.id)).toContain(id);
  expect(await publishedAnnouncement("qingdao", id, later(10))).toBeNull();
  expect(await publishedAnnouncement("shandong", id, later(20))).toBeNull();
});

test("OL6 an announcement is published at once, edited, withdrawn and published anew", async () => {
  const { context, announcement, id } = await newDraft("更正");
  const now = { publishAt: null, expiresAt: null, reason };
  await publishAnnouncement({ announcement, version: 1, ...now }, context);
  expect(await publishedAnnouncement("shandong", id, NOW)).toMatchObject({ body: "今晚停机" });
  await editAnnouncement(
    { announcement, version: 2, title: "更正", body: "明晚停机", reason },
    context,
  );
  expect(await publishedAnnouncement("shandong", id, NOW)).toMatchObject({ body: "明晚停机" });
  await withdrawAnnouncement({ announcement, version: 3, reason }, context);
  expect(await publishedAnnouncement("shandong", id, NOW)).toBeNull();
  await publishAnnouncement({ announcement, version: 4, ...now }, context);
  expect(await publishedAnnouncement("shandong", id, NOW)).not.toBeNull();
  const events = await db.auditEvent.findMany({
    where: { subjectId: id },
    orderBy: { sequence: "asc" },
  });
  expect(events.map(({ action }) => action)).toEqual([
    "SAVE_ANNOUNCEMENT",
    "PUBLISH_ANNOUNCEMENT",
    "SAVE_ANNOUNCEMENT",
    "WITHDRAW_ANNOUNCEMENT",
    "PUBLISH_ANNOUNCEMENT",
  ]);
  expect(events.every((event) => event.reason === reason && event.actorKind === "OFFICER")).toBe(
    true,
  );
});

test("T1 an officer of another bureau changes no announcement", async () => {
  const { announcement, id } = await newDraft();
  const context = { officer: await officerOf("540001"), now: NOW };
  const wording = { title: "改", body: "改", reason };
  const missing = { ok: false, problems: [{ code: "ANNOUNCEMENT_NOT_FOUND" }] };
  expect(await editAnnouncement({ announcement, version: 1, ...wording }, context)).toMatchObject(
    missing,
  );
  const publish = { announcement, version: 1, publishAt: null, expiresAt: null, reason };
  expect(await publishAnnouncement(publish, context)).toMatchObject(missing);
  expect(await withdrawAnnouncement({ announcement, version: 1, reason }, context)).toMatchObject(
    missing,
  );
  expect(await db.auditEvent.count({ where: { subjectId: id } })).toBe(1);
});

test("N2 of several changes of the same wording at once exactly one is made", async () => {
  const { context, announcement } = await newDraft();
  const results = await Promise.all(
    ["一", "二", "三", "四"].map((title) =>
      editAnnouncement({ announcement, version: 1, title, body: title, reason }, context),
    ),
  );
  expect(results.filter(({ ok }) => ok)).toHaveLength(1);
  for (const result of results) {
    if (!result.ok) expect(result.problems[0]?.code).toBe("ANNOUNCEMENT_CHANGED");
  }
});

test("OL6 a draft cannot be withdrawn, and a time gone by is not a time to publish", async () => {
  const { context, announcement } = await newDraft();
  expect(await withdrawAnnouncement({ announcement, version: 1, reason }, context)).toMatchObject({
    ok: false,
  });
  const past = { announcement, version: 1, publishAt: later(-1), expiresAt: null, reason };
  expect(await publishAnnouncement(past, context)).toMatchObject({
    ok: false,
    problems: [{ code: "PUBLISH_TIME_PAST", field: "publishAt" }],
  });
});
