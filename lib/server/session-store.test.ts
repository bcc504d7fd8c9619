import "@/prisma/testing/demo-database";
import { beforeEach, describe, expect, test } from "vitest";
import { ABSOLUTE_HOURS, IDLE_MINUTES, SLIDE_SECONDS } from "@/lib/domain/session-limits";
import { db } from "@/lib/server/db";
import { readSession, sessionTokenHash } from "@/lib/server/session-store";
import { endSession } from "@/lib/server/sign-out";
import {
  agreementStaffId,
  projectId,
  relationId,
  sessionOf,
  signIn,
} from "@/prisma/testing/demo-session";

const MINUTE_MS = 60_000;

describe("L9 the session's own limits", () => {
  const start = new Date("2026-11-22T02:00:00Z");
  const later = (minutes: number, milliseconds = 0) =>
    new Date(start.getTime() + minutes * MINUTE_MS + milliseconds);
  let token: string;
  beforeEach(async () => {
    token = await signIn("王芳", "shandong", { entry: "PERSON" }, start);
  });

  const lastSeen = async () =>
    (
      await db.loginSession.findUniqueOrThrow({
        where: { tokenHash: sessionTokenHash(token) },
        select: { lastSeenAt: true },
      })
    ).lastSeenAt;

  test("L9 ends when idle, to the millisecond", async () => {
    expect(await readSession(token, { now: later(IDLE_MINUTES, -1), slide: false })).not.toBeNull();
    expect(await readSession(token, { now: later(IDLE_MINUTES), slide: false })).toBeNull();
  });

  test("L9 asking without sliding does not keep it alive", async () => {
    await readSession(token, { now: later(20), slide: false });
    expect(await lastSeen()).toEqual(start);
  });

  test("L9 a request keeps it alive, but writes only after a while", async () => {
    await readSession(token, { now: later(0, SLIDE_SECONDS * 1000), slide: true });
    expect(await lastSeen()).toEqual(start);
    await readSession(token, { now: later(20), slide: true });
    expect(await lastSeen()).toEqual(later(20));
    expect(await readSession(token, { now: later(49), slide: false })).not.toBeNull();
  });

  test("L9 ends by age however busy it was", async () => {
    const end = ABSOLUTE_HOURS * 60;
    for (let minute = 20; minute < end; minute += 20) {
      expect(await readSession(token, { now: later(minute), slide: true })).not.toBeNull();
    }
    expect(await readSession(token, { now: later(end, -1), slide: true })).not.toBeNull();
    expect(await readSession(token, { now: later(end), slide: true })).toBeNull();
  });

  test("L9 「退出」 ends it on the server, and is recorded once", async () => {
    const session = await sessionOf(token, later(1));
    await Promise.all([
      endSession({ session, now: later(2) }),
      endSession({ session, now: later(2) }),
    ]);
    expect(await readSession(token, { now: later(3), slide: true })).toBeNull();
    expect(await db.auditEvent.count({ where: { subjectId: session.id, action: "LOGOUT" } })).toBe(
      1,
    );
  });

  test("L9 「退出」 leaves the person's other sessions alone", async () => {
    const other = await signIn("王芳", "shandong", { entry: "PERSON" }, start);
    await endSession({ session: await sessionOf(token, later(1)), now: later(2) });
    expect(await readSession(other, { now: later(3), slide: false })).not.toBeNull();
  });

  test("L9 a closed account has no session any more", async () => {
    const where = { person: { name: "王芳" } };
    await db.account.updateMany({ where, data: { status: "CLOSED" } });
    expect(await readSession(token, { now: later(1), slide: false })).toBeNull();
    await db.account.updateMany({ where, data: { status: "ACTIVE" } });
  });

  test("L9 a token nobody was given opens nothing", async () => {
    for (const guess of ["", "x", token.slice(1), `${token}x`, sessionTokenHash(token)]) {
      expect(await readSession(guess, { now: later(1), slide: false })).toBeNull();
    }
  });
});

describe("B7 the relation is read again on every request", () => {
  let token: string;
  let id: string;
  beforeEach(async () => {
    id = await relationId("王芳", "齐鲁");
    token = await signIn("王芳", "shandong", { entry: "ENTERPRISE", relationId: id });
  });

  const whole = {
    status: "ACTIVE",
    living: true,
    frozenAt: null,
    validFrom: null,
    validTo: null,
    legacyOnly: false,
  } as const;

  test.each([
    ["nothing happened", {}, null],
    ["frozen", { frozenAt: new Date() }, "HANDLER_FROZEN"],
    ["removed", { status: "REMOVED", living: null }, "RELATION_NOT_ACTIVE"],
    ["withdrawn", { status: "WITHDRAWN", living: null }, "RELATION_NOT_ACTIVE"],
    ["expired by status", { status: "EXPIRED", living: null }, "RELATION_EXPIRED"],
    ["expired by day", { validTo: "2020-01-01" }, "RELATION_EXPIRED"],
    ["moved to the future", { validFrom: "2999-01-01" }, "RELATION_NOT_YET_VALID"],
    ["waiting again", { status: "PENDING_PERSON" }, "RELATION_WAITING"],
    ["of the old entry only", { legacyOnly: true }, "RELATION_WAITING"],
  ] as const)("B7 %s", async (_what, change, problem) => {
    expect((await sessionOf(token)).problem).toBeNull();
    await db.relation.update({ where: { id }, data: change, select: { id: true } });
    expect(await sessionOf(token)).toMatchObject({ problem, acting: { relationId: id } });
    await db.relation.update({ where: { id }, data: whole, select: { id: true } });
    expect((await sessionOf(token)).problem).toBeNull();
  });

  test("B7 the enterprise was closed", async () => {
    const where = { name: { contains: "齐鲁" } };
    await db.enterprise.updateMany({ where, data: { status: "CLOSED" } });
    expect((await sessionOf(token)).problem).toBe("ENTERPRISE_CLOSED");
    await db.enterprise.updateMany({ where, data: { status: "ACTIVE" } });
  });

  test("B7 the day it ends on still counts, in Asia/Shanghai", async () => {
    await db.relation.update({
      where: { id },
      data: { validTo: "2026-11-22" },
      select: { id: true },
    });
    const created = new Date("2026-11-22T15:50:00Z");
    const late = await signIn("王芳", "shandong", { entry: "ENTERPRISE", relationId: id }, created);
    expect((await sessionOf(late, new Date("2026-11-22T15:59:59Z"))).problem).toBeNull();
    expect((await sessionOf(late, new Date("2026-11-22T16:00:00Z"))).problem).toBe(
      "RELATION_EXPIRED",
    );
    await db.relation.update({ where: { id }, data: { validTo: null }, select: { id: true } });
  });
});

describe("B7 an agent's agreement is read again on every request", () => {
  let token: string;
  let agreement: { id: string };
  beforeEach(async () => {
    const staff = await agreementStaffId("孙丽", "泰岳");
    token = await signIn("孙丽", "shandong", { entry: "AGENCY", agreementStaffId: staff });
    agreement = await db.agreement.findFirstOrThrow({
      where: { staff: { some: { id: staff } } },
      select: { id: true },
    });
  });

  test.each([
    ["terminated", { status: "TERMINATED" }, "AGREEMENT_TERMINATED"],
    ["voided", { status: "VOID" }, "AGREEMENT_TERMINATED"],
    ["expired by status", { status: "EXPIRED" }, "AGREEMENT_EXPIRED"],
    ["expired by day", { validTo: "2026-01-02" }, "AGREEMENT_EXPIRED"],
    ["waiting for the client", { status: "PENDING_CLIENT" }, "AGREEMENT_WAITING"],
  ] as const)("G2 %s", async (_what, change, problem) => {
    expect((await sessionOf(token)).problem).toBeNull();
    await db.agreement.update({ where: agreement, data: change, select: { id: true } });
    expect((await sessionOf(token)).problem).toBe(problem);
    await db.agreement.update({
      where: agreement,
      data: { status: "ACTIVE", validTo: "2027-12-31" },
      select: { id: true },
    });
  });

  test("G2 the agreement or the agency no longer names the agent", async () => {
    const removedAt = new Date();
    const named = { person: { name: "孙丽" } };
    await db.agreementStaff.updateMany({ where: named, data: { removedAt } });
    expect((await sessionOf(token)).problem).toBe("AGREEMENT_TERMINATED");
    await db.agreementStaff.updateMany({ where: named, data: { removedAt: null } });
    await db.agencyStaff.updateMany({ where: named, data: { removedAt } });
    expect((await sessionOf(token)).problem).toBe("AGREEMENT_TERMINATED");
    await db.agencyStaff.updateMany({ where: named, data: { removedAt: null } });
    expect((await sessionOf(token)).problem).toBeNull();
  });
});

describe("B7 a project is read again on every request", () => {
  test.each([
    ["closed", { status: "CLOSED" }],
    ["over", { validTo: "2026-08-02" }],
    ["reported for somebody else", { handlerName: "扎西顿珠" }],
  ] as const)("X2 %s", async (_what, change) => {
    const id = await projectId("9012");
    const token = await signIn("丹增", "shandong", { entry: "SPECIFIC", projectId: id });
    expect((await sessionOf(token)).problem).toBeNull();
    await db.crossRegionProject.update({ where: { id }, data: change, select: { id: true } });
    expect((await sessionOf(token)).problem).toBe("PROJECT_NOT_FOUND");
    await db.crossRegionProject.update({
      where: { id },
      data: { status: "ACTIVE", validTo: "2027-08-01", handlerName: "丹增" },
      select: { id: true },
    });
  });
});
