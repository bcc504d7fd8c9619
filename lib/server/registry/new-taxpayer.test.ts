import "@/prisma/testing/empty-database";
import { beforeEach, describe, expect, test } from "vitest";
import { db } from "@/lib/server/db";
import type { SignedIn } from "@/lib/server/filings/access";
import { filingView } from "@/lib/server/filings/list";
import { fileNewTaxpayer, unconfirmedEnterprises } from "@/lib/server/registry/new-taxpayer";
import { actingAs, filingIdOf, formOf, newCitizen, newFiler } from "@/prisma/testing/filing";
import { relate } from "@/prisma/testing/people";

const refused = (code: string) => ({ ok: false, problems: [expect.objectContaining({ code })] });

describe("新办纳税人套餐", () => {
  let filer: Awaited<ReturnType<typeof newFiler>>;
  let context: SignedIn;
  beforeEach(async () => {
    filer = await newFiler();
    await db.enterprise.update({
      where: { id: filer.enterprise.id },
      data: { status: "UNCONFIRMED" },
    });
    context = await (await actingAs(filer.person.id, "shandong", { entry: "PERSON" })).context();
  });

  test("E6 the legal representative confirms: the enterprise is usable, registered people are asked", async () => {
    const { id: enterpriseId } = filer.enterprise;
    const withAccount = await newCitizen();
    const without = await newCitizen();
    await db.account.delete({ where: { personId: without.id } });
    for (const [{ id: personId }, role] of [
      [withAccount, "FINANCE_MANAGER"],
      [without, "TAX_HANDLER"],
    ] as const) {
      await db.relation.create({
        data: {
          personId,
          enterpriseId,
          role,
          status: "REGISTERED",
          living: true,
          source: "REGISTRY",
        },
      });
    }
    const [found] = await unconfirmedEnterprises(filer.person.id, "shandong");
    expect(found).toMatchObject({ id: enterpriseId });
    const result = await fileNewTaxpayer({ ...formOf(context), enterprise: enterpriseId }, context);
    expect(await filingView(context.session, filingIdOf(result))).toMatchObject({
      status: "EFFECTIVE",
      kind: "NEW_TAXPAYER",
    });
    const enterprise = await db.enterprise.findUniqueOrThrow({ where: { id: enterpriseId } });
    expect(enterprise).toMatchObject({ status: "ACTIVE", confirmedAt: expect.any(Date) });
    const statusOf = async (personId: string) =>
      (await db.relation.findFirstOrThrow({ where: { personId, enterpriseId } })).status;
    expect(await statusOf(filer.person.id)).toBe("ACTIVE");
    expect(await statusOf(withAccount.id)).toBe("PENDING_PERSON");
    expect(await statusOf(without.id)).toBe("REGISTERED");
    const told = { personId: withAccount.id, kind: "HANDLER_REGISTERED" };
    expect(await db.message.count({ where: told })).toBe(1);
  });

  test("E6 a legal representative who was only registered is bound by it", async () => {
    const { id: enterprise } = filer.enterprise;
    await db.relation.update({ where: { id: filer.relationId }, data: { status: "REGISTERED" } });
    expect((await fileNewTaxpayer({ ...formOf(context), enterprise }, context)).ok).toBe(true);
    const relation = await db.relation.findUniqueOrThrow({ where: { id: filer.relationId } });
    expect(relation.status).toBe("ACTIVE");
  });

  test("E6 twice at once it is confirmed once", async () => {
    const enterprise = filer.enterprise.id;
    const results = await Promise.all(
      [1, 2].map(() => fileNewTaxpayer({ ...formOf(context), enterprise }, context)),
    );
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await db.filing.count({ where: { enterpriseId: enterprise } })).toBe(1);
  });

  test("E6 nobody else confirms, nor from another bureau, nor acting for an enterprise", async () => {
    const enterprise = filer.enterprise.id;
    const manager = await newCitizen();
    await relate(manager.id, enterprise, "FINANCE_MANAGER");
    for (const [personId, region] of [
      [manager.id, "shandong"],
      [filer.person.id, "xizang"],
    ] as const) {
      const asking = await (await actingAs(personId, region, { entry: "PERSON" })).context();
      expect(await fileNewTaxpayer({ ...formOf(asking), enterprise }, asking)).toEqual(
        refused("NOTHING_TO_CONFIRM"),
      );
    }
    const other = await (await newFiler()).context();
    expect(await fileNewTaxpayer({ ...formOf(other), enterprise }, other)).toEqual(
      refused("FILED_BY_PERSONS"),
    );
  });
});
