import "@/prisma/testing/demo-database";
import { beforeEach, describe, expect, test } from "vitest";
import { db } from "@/lib/server/db";
import { clientOptions } from "@/lib/server/identities/clients";
import { switchIdentity } from "@/lib/server/identities/switch";
import {
  agreementStaffId,
  personId,
  projectId,
  relationId,
  sessionOf,
  signIn,
} from "@/prisma/testing/demo-session";

const request = { address: "test", userAgent: "test" };

/** Presses 「切换」 on a page of the identity that holds now. */
async function switchTo(token: string, identity: string) {
  const session = await sessionOf(token);
  return switchIdentity(
    { identity, identityVersion: session.identityVersion },
    { ...request, now: new Date(), session },
  );
}

async function expectRefused(token: string, identity: string, code: string) {
  const before = await sessionOf(token);
  expect(await switchTo(token, identity)).toEqual({ ok: false, problems: [{ code }] });
  expect(await sessionOf(token)).toEqual(before);
}

describe("王芳 at 泰岳", () => {
  let token: string;
  beforeEach(async () => {
    token = await signIn("王芳", "shandong", {
      entry: "ENTERPRISE",
      relationId: await relationId("王芳", "泰岳"),
    });
  });

  test("E3 switches to another enterprise and back without logging in again", async () => {
    for (const [enterprise, identity] of [
      ["山东齐鲁装备制造有限公司", `relation:${await relationId("王芳", "齐鲁")}`],
      ["山东泰岳贸易有限公司", `relation:${await relationId("王芳", "泰岳")}`],
    ] as const) {
      expect(await switchTo(token, identity)).toEqual({
        ok: true,
        value: { to: "/shandong/home" },
      });
      const { acting, entry } = await sessionOf(token);
      expect(entry).toBe("ENTERPRISE");
      expect(acting).toMatchObject({ kind: "ENTERPRISE", enterprise: { name: enterprise } });
    }
  });

  test("E3 switches the role within the enterprise (企业内身份切换)", async () => {
    await switchTo(token, `relation:${await relationId("王芳", "泰岳", "INVOICE_CLERK")}`);
    expect((await sessionOf(token)).acting).toMatchObject({ role: "INVOICE_CLERK" });
  });

  test("E3 switches to 自然人业务 and back to an enterprise", async () => {
    await switchTo(token, "person");
    expect(await sessionOf(token)).toMatchObject({ entry: "PERSON", acting: { kind: "PERSON" } });
    await switchTo(token, `relation:${await relationId("王芳", "齐鲁")}`);
    expect(await sessionOf(token)).toMatchObject({ entry: "ENTERPRISE" });
  });

  test("E3 the audit trail names the enterprise switched to; the relation remembers its last use", async () => {
    const id = await relationId("王芳", "齐鲁");
    await switchTo(token, `relation:${id}`);
    const { id: subjectId } = await sessionOf(token);
    const event = await db.auditEvent.findFirst({
      where: { subjectId, action: "SWITCH_IDENTITY" },
      select: { enterpriseId: true, personId: true },
    });
    const relation = await db.relation.findUniqueOrThrow({
      where: { id },
      select: { enterpriseId: true, personId: true, lastUsedAt: true },
    });
    expect(event).toEqual({ enterpriseId: relation.enterpriseId, personId: relation.personId });
    expect(relation.lastUsedAt).toBeInstanceOf(Date);
  });

  test("B7 a page rendered for another identity does not switch", async () => {
    const stale = await sessionOf(token);
    await switchTo(token, `relation:${await relationId("王芳", "齐鲁")}`);
    const now = await sessionOf(token);
    expect(
      await switchIdentity(
        { identity: "person", identityVersion: stale.identityVersion },
        { ...request, now: new Date(), session: now },
      ),
    ).toEqual({ ok: false, problems: [{ code: "IDENTITY_SWITCHED" }] });
    expect(await sessionOf(token)).toEqual(now);
  });

  test("B7 of two tabs that switch at once exactly one wins", async () => {
    const session = await sessionOf(token);
    const { identityVersion } = session;
    const identities = ["person", `relation:${await relationId("王芳", "齐鲁")}`];
    const results = await Promise.all(
      [...identities, ...identities].map((identity) =>
        switchIdentity({ identity, identityVersion }, { ...request, now: new Date(), session }),
      ),
    );
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    for (const result of results) {
      if (!result.ok) expect(result.problems).toEqual([{ code: "IDENTITY_SWITCHED" }]);
    }
    expect((await sessionOf(token)).identityVersion).toBe(identityVersion + 1);
  });

  test("E3 nobody switches to what is not theirs", async () => {
    const other = await relationId("张伟", "泰岳", "LEGAL_REPRESENTATIVE");
    await expectRefused(token, `relation:${other}`, "RELATION_NOT_FOUND");
    const staff = await agreementStaffId("孙丽", "泰岳");
    await expectRefused(token, `client:${staff}`, "AGREEMENT_NOT_FOUND");
    await expectRefused(token, `project:${await projectId("3456")}`, "PROJECT_NOT_FOUND");
  });

  test("E3 an id of another kind, or none, finds nothing", async () => {
    const relation = await relationId("王芳", "齐鲁");
    await expectRefused(token, `client:${relation}`, "AGREEMENT_NOT_FOUND");
    await expectRefused(token, `project:${relation}`, "PROJECT_NOT_FOUND");
    await expectRefused(token, "relation:", "RELATION_NOT_FOUND");
    await expectRefused(token, `officer:${relation}`, "IDENTITY_NOT_FOUND");
    await expectRefused(token, "", "IDENTITY_NOT_FOUND");
  });

  test("E3 an enterprise of another bureau is not within reach", async () => {
    const hailan = await db.enterprise.findFirstOrThrow({
      where: { region: "qingdao" },
      select: { id: true },
    });
    const { id } = await db.relation.create({
      data: {
        personId: await personId("王芳"),
        enterpriseId: hailan.id,
        role: "TAX_HANDLER",
        status: "ACTIVE",
        living: true,
        source: "AUTHORIZATION",
      },
      select: { id: true },
    });
    await expectRefused(token, `relation:${id}`, "RELATION_NOT_FOUND");
    await db.relation.delete({ where: { id } });
  });

  test("E3 ended, expired and not yet valid relations are refused", async () => {
    const id = await relationId("王芳", "齐鲁");
    for (const [data, code] of [
      [{ validTo: "2020-01-01" }, "RELATION_EXPIRED"],
      [{ validTo: null, validFrom: "2999-01-01" }, "RELATION_NOT_YET_VALID"],
      [{ validFrom: null, legacyOnly: true }, "RELATION_WAITING"],
      [{ legacyOnly: false, frozenAt: new Date() }, "HANDLER_FROZEN"],
      [{ frozenAt: null, status: "REMOVED", living: null }, "RELATION_NOT_FOUND"],
    ] as const) {
      await db.relation.update({ where: { id }, data, select: { id: true } });
      await expectRefused(token, `relation:${id}`, code);
    }
    await db.relation.update({
      where: { id },
      data: { status: "ACTIVE", living: true },
      select: { id: true },
    });
  });
});

test("E3 a frozen handler is told so", async () => {
  const token = await signIn("徐岩", "shandong", { entry: "PERSON" });
  await expectRefused(token, `relation:${await relationId("徐岩", "泰岳")}`, "HANDLER_FROZEN");
});

test("E3 a relation that waits for the person cannot be acted in", async () => {
  const token = await signIn("卓玛", "xizang", { entry: "PERSON" });
  const waiting = await relationId("卓玛", "雪莲", "FINANCE_MANAGER");
  await expectRefused(token, `relation:${waiting}`, "RELATION_WAITING");
});

describe("孙丽 of 诚信税务师事务所", () => {
  const signInFor = async (client: string) =>
    signIn("孙丽", "shandong", {
      entry: "AGENCY",
      agreementStaffId: await agreementStaffId("孙丽", client),
    });

  test("G3 switches among clients; the trail names agent, agency and client", async () => {
    const token = await signInFor("泰岳");
    await switchTo(token, `client:${await agreementStaffId("孙丽", "东海")}`);
    const session = await sessionOf(token);
    expect(session).toMatchObject({
      entry: "AGENCY",
      acting: { kind: "CLIENT", enterprise: { name: "山东东海物流有限公司" } },
    });
    const { acting } = session;
    if (acting.kind !== "CLIENT") throw new Error("not a client");
    const event = await db.auditEvent.findFirst({
      where: { subjectId: session.id, action: "SWITCH_IDENTITY" },
      select: { personId: true, agencyId: true, enterpriseId: true },
    });
    expect(event).toEqual({
      personId: session.personId,
      agencyId: acting.agency.id,
      enterpriseId: acting.enterprise.id,
    });
  });

  test("G3 B8 the client used last stands first, and the agreement remembers when", async () => {
    const token = await signInFor("泰岳");
    const ids = [await agreementStaffId("孙丽", "泰岳"), await agreementStaffId("孙丽", "东海")];
    const { acting, personId } = await sessionOf(token);
    if (acting.kind !== "CLIENT") throw new Error("not a client");
    for (const last of ids) {
      const since = new Date();
      await switchTo(token, `client:${last}`);
      const used = await db.agreementStaff.findUniqueOrThrow({ where: { id: last } });
      expect(used.lastUsedAt?.getTime()).toBeGreaterThanOrEqual(since.getTime());
      const ask = { personId, agencyId: acting.agency.id, search: "", page: 1, now: new Date() };
      expect((await clientOptions(ask)).clients[0]?.identity).toBe(`client:${last}`);
    }
  });

  test("G3 not to a client whose agreement has ended, nor to another agency's", async () => {
    const token = await signInFor("泰岳");
    const ended = await agreementStaffId("孙丽", "齐鲁");
    await expectRefused(token, `client:${ended}`, "AGREEMENT_EXPIRED");
    const foreign = await agreementStaffId("唐敏", "北方");
    await expectRefused(token, `client:${foreign}`, "AGREEMENT_NOT_FOUND");
  });

  test("G3 not once the agency no longer lists them", async () => {
    const token = await signInFor("泰岳");
    const staff = { person: { name: "孙丽" } };
    await db.agencyStaff.updateMany({ where: staff, data: { removedAt: new Date() } });
    const other = await agreementStaffId("孙丽", "东海");
    await expectRefused(token, `client:${other}`, "AGREEMENT_NOT_FOUND");
    await db.agencyStaff.updateMany({ where: staff, data: { removedAt: null } });
  });
});

test("X2 a legal representative enters a project of this region after 企业业务, and comes back", async () => {
  const relation = await relationId("张伟", "东海", "LEGAL_REPRESENTATIVE");
  const token = await signIn("张伟", "shandong", { entry: "ENTERPRISE", relationId: relation });
  await switchTo(token, `project:${await projectId("3456")}`);
  expect(await sessionOf(token)).toMatchObject({
    entry: "SPECIFIC",
    problem: null,
    acting: { kind: "PROJECT", name: "烟台港仓储改造", role: "LEGAL_REPRESENTATIVE" },
  });
  await switchTo(token, `relation:${relation}`);
  expect(await sessionOf(token)).toMatchObject({ entry: "ENTERPRISE", problem: null });
});

test("X2 a project of another region is not within reach", async () => {
  const token = await signIn("次仁旺堆", "xizang", {
    entry: "ENTERPRISE",
    relationId: await relationId("次仁旺堆", "雪莲"),
  });
  await expectRefused(token, `project:${await projectId("1234")}`, "PROJECT_NOT_FOUND");
});

test("X2 经办人 comes through 特定主体 only", async () => {
  const identity = `project:${await projectId("9012")}`;
  const person = await signIn("丹增", "shandong", { entry: "PERSON" });
  await expectRefused(person, identity, "PROJECT_NOT_FOUND");
  const specific = await signIn("丹增", "shandong", { entry: "SPECIFIC" });
  expect(await switchTo(specific, identity)).toMatchObject({ ok: true });
  expect((await sessionOf(specific)).acting).toMatchObject({ kind: "PROJECT", role: null });
  await expectRefused(specific, `project:${await projectId("1234")}`, "PROJECT_NOT_FOUND");
});

test("X2 an invoice clerk sees no project", async () => {
  const clerk = await db.relation.create({
    data: {
      personId: await personId("李明"),
      enterpriseId: (
        await db.enterprise.findFirstOrThrow({ where: { name: { contains: "东海" } } })
      ).id,
      role: "INVOICE_CLERK",
      status: "ACTIVE",
      living: true,
      source: "AUTHORIZATION",
    },
    select: { id: true },
  });
  const token = await signIn("李明", "shandong", { entry: "ENTERPRISE", relationId: clerk.id });
  await expectRefused(token, `project:${await projectId("3456")}`, "PROJECT_NOT_FOUND");
});
