import "@/prisma/testing/demo-database";
import { expect, test } from "vitest";
import { findRegion } from "@/lib/regions/list";
import { firstFactor } from "@/lib/schemas/login";
import { lockOf, takeAttempt } from "@/lib/server/accounts/lockout";
import { db } from "@/lib/server/db";
import { clientOptions } from "@/lib/server/identities/clients";
import { resolveIdentity } from "@/lib/server/identities/resolve";
import { roleOptions } from "@/lib/server/identities/roles";
import { admission } from "@/lib/server/login/admission";
import { findPersonByAccount } from "@/lib/server/login/person-lookup";
import { takeFromWindow } from "@/lib/server/rate-limit";
import { countExpired, purgeExpired } from "@/lib/server/retention/purge";
import { sessionRow } from "@/lib/server/session-query";
import { scansOf } from "@/prisma/testing/statements";

const now = new Date();
const region = findRegion("shandong");

/** 张伟 of the demo data, where he works, and an agent. */
async function people() {
  const relation = await db.relation.findFirstOrThrow({
    where: { person: { name: "张伟" }, living: true, enterprise: { region: "shandong" } },
    include: { enterprise: true, person: { include: { account: true } } },
  });
  const agent = await db.agreementStaff.findFirstOrThrow({ include: { agreement: true } });
  return { relation, agent, accountId: relation.person.account?.id ?? "" };
}

test("N4 what a login, a page, 身份切换 and 清理到期数据 look up goes by an index", async () => {
  const { relation, agent, accountId } = await people();
  const { personId, enterpriseId, enterprise } = relation;
  if (!region) throw new Error("no such bureau");
  const form = firstFactor.parse({
    region: "shandong",
    entry: "ENTERPRISE",
    taxpayerId: enterprise.creditCode,
    account: "13800001001",
    password: "-",
    projectKind: "",
    agreement: true,
    humanCheck: "-",
  });
  const old = { startedAt: new Date(0), expiresAt: new Date(0), count: 1 };
  await db.rateLimit.create({ data: { key: "old", ...old } });
  const identity = `client:${agent.id}`;
  const claim = { personId: agent.personId, region: "shandong", entry: "AGENCY" as const, now };
  const scans = await scansOf(async () => {
    await takeFromWindow("plan", { limit: 5, windowSeconds: 60, now });
    for (const account of ["13800001001", "370100197801050130", "zhaxi2026"]) {
      await findPersonByAccount(account, {});
    }
    await lockOf(accountId, "PASSWORD", region, now);
    await takeAttempt(accountId, "SMS", now);
    await admission(form, personId, region, now);
    await roleOptions({ personId, enterpriseId, now });
    await sessionRow("none", "PORTAL");
    await clientOptions({ ...agent, agencyId: agent.agreement.agencyId, search: "", page: 1, now });
    await db.$transaction((tx) => resolveIdentity(tx, { ...claim, identity }));
    await countExpired(now);
    expect(await purgeExpired(now)).toMatchObject({ LIMIT: 1 });
  });
  expect(scans).toEqual([]);
});
