import "server-only";
import { dayOf } from "@/lib/domain/china-time";
import { db } from "../db";
import { type Ask, named, type Page } from "./paging";
import { behind, inOrderOf, pinnedIds, RECENTLY_USED } from "./pinned";
import { relationFacts } from "./resolve";
import type { RoleOption } from "./roles";

/** An enterprise with the person's roles in it. */
export type EnterpriseOption = {
  id: string;
  name: string;
  creditCode: string;
  roles: (RoleOption & { pinned: boolean })[];
};

/**
 * Enterprises of one bureau the person may act for (身份切换), a page at a time: pinned ones first, then the last used, then by
 * name (B8).
 */
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
  const offered = { region, status: "ACTIVE" as const, ...named(search) };
  const where = { ...offered, relations: { some: mine } };
  const pins = await pinnedIds(personId, "relation");
  const inFront = { ...mine, enterprise: offered };
  const [pinned, recent] = await Promise.all([
    db.relation.findMany({
      where: { ...inFront, id: { in: pins } },
      select: { id: true, enterpriseId: true },
    }),
    db.relation.findMany({
      where: { ...inFront, lastUsedAt: { not: null } },
      orderBy: [{ lastUsedAt: "desc" }, { id: "asc" }],
      take: RECENTLY_USED,
      select: { id: true, enterpriseId: true },
    }),
  ]);
  const ordered = [...inOrderOf(pins, pinned, ({ id }) => id), ...recent];
  const front = [...new Set(ordered.map(({ enterpriseId }) => enterpriseId))];
  const { first, skip, take } = behind(front, page);
  const select = {
    id: true,
    name: true,
    creditCode: true,
    relations: { where: mine, select: relationFacts },
  } as const;
  const [head, rest, total] = await Promise.all([
    db.enterprise.findMany({ where: { ...where, id: { in: first } }, select }),
    db.enterprise.findMany({
      where: { ...where, id: { notIn: front } },
      orderBy: [{ name: "asc" }, { id: "asc" }],
      skip,
      take,
      select,
    }),
    db.enterprise.count({ where }),
  ]);
  const rows = [...inOrderOf(first, head, ({ id }) => id), ...rest];
  return {
    enterprises: rows.map(({ relations, ...enterprise }) => ({
      ...enterprise,
      roles: relations.map(({ id, role, primary }) => ({
        identity: `relation:${id}`,
        role,
        primary,
        pinned: pins.includes(id),
      })),
    })),
    total,
  };
}
