import "server-only";
import { dayOf } from "@/lib/domain/china-time";
import { db } from "../db";
import { type Ask, named, type Page, pageWindow } from "./paging";
import { relationFacts } from "./resolve";
import type { RoleOption } from "./roles";

/** An enterprise with the person's roles in it. */
export type EnterpriseOption = {
  id: string;
  name: string;
  creditCode: string;
  roles: RoleOption[];
};

/** Enterprises of one bureau the person may act for (身份切换), by name, a page at a time. */
export async function enterpriseOptions({
  personId,
  region,
  search,
  page,
  now,
}: Ask & Page & { region: string }): Promise<{ enterprises: EnterpriseOption[]; total: number }> {
  const today = dayOf(now);
  const mine = {
    personId,
    living: true,
    status: "ACTIVE" as const,
    legacyOnly: false,
    frozenAt: null,
    AND: [
      { OR: [{ validFrom: null }, { validFrom: { lte: today } }] },
      { OR: [{ validTo: null }, { validTo: { gte: today } }] },
    ],
  };
  const where = {
    region,
    status: "ACTIVE" as const,
    relations: { some: mine },
    ...named(search),
  };
  const [rows, total] = await Promise.all([
    db.enterprise.findMany({
      where,
      orderBy: [{ name: "asc" }, { id: "asc" }],
      ...pageWindow(page),
      select: {
        id: true,
        name: true,
        creditCode: true,
        relations: { where: mine, select: relationFacts },
      },
    }),
    db.enterprise.count({ where }),
  ]);
  return {
    enterprises: rows.map(({ relations, ...enterprise }) => ({
      ...enterprise,
      roles: relations.map(({ id, role, primary }) => ({
        identity: `relation:${id}`,
        role,
        primary,
      })),
    })),
    total,
  };
}
