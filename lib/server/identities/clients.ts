import "server-only";
import { agreementProblem } from "@/lib/domain/agreement-rules";
import { dayOf } from "@/lib/domain/china-time";
import { db } from "../db";
import { type Ask, named, OPTIONS_ON_ONE_PAGE, type Page } from "./paging";
import { behind, inOrderOf, pinnedIds, RECENTLY_USED } from "./pinned";
import { listedStaff } from "./resolve";

/** A client enterprise an agent may act for. */
export type ClientOption = {
  identity: string;
  name: string;
  creditCode: string;
  validTo: string;
  pinned: boolean;
};

/** A client that is not offered, with the reason (L7). */
export type ClientNotOffered = { name: string; reason: string; since: string };

/**
 * Clients of an agency (代理业务) among the agreements that name this person: in force, a page at a time, pinned ones
 * first, then the last used, then by name; and those that are not, with the reason. No agreement at all: 未报送《涉税专业服务协议要素信息采集表》.
 */
export async function clientOptions({
  personId,
  agencyId,
  search,
  page,
  now,
}: Ask & Page & { agencyId: string }): Promise<{
  clients: ClientOption[];
  total: number;
  notOffered: ClientNotOffered[];
}> {
  const today = dayOf(now);
  const mine = {
    personId,
    removedAt: null,
    agreement: {
      agency: { id: agencyId, status: "ACTIVE", staff: { some: listedStaff(personId) } },
    },
  } as const;
  const inForce = {
    status: "ACTIVE",
    validFrom: { lte: today },
    validTo: { gte: today },
  } as const;
  const wanted = {
    ...mine,
    agreement: {
      ...mine.agreement,
      ...inForce,
      client: { status: "ACTIVE", ...named(search) },
    },
  } as const;
  const pins = await pinnedIds(personId, "client");
  const [pinned, recent] = await Promise.all([
    db.agreementStaff.findMany({ where: { ...wanted, id: { in: pins } }, select: { id: true } }),
    db.agreementStaff.findMany({
      where: { ...wanted, lastUsedAt: { not: null } },
      orderBy: [{ lastUsedAt: "desc" }, { id: "asc" }],
      take: RECENTLY_USED,
      select: { id: true },
    }),
  ]);
  const ordered = [...inOrderOf(pins, pinned, ({ id }) => id), ...recent];
  const front = [...new Set(ordered.map(({ id }) => id))];
  const { first, skip, take } = behind(front, page);
  const select = {
    id: true,
    agreement: { select: { validTo: true, client: { select: { name: true, creditCode: true } } } },
  } as const;
  const [head, rest, total, ended] = await Promise.all([
    db.agreementStaff.findMany({ where: { ...wanted, id: { in: first } }, select }),
    db.agreementStaff.findMany({
      where: { ...wanted, id: { notIn: front } },
      orderBy: [{ agreement: { client: { name: "asc" } } }, { id: "asc" }],
      skip,
      take,
      select,
    }),
    db.agreementStaff.count({ where: wanted }),
    db.agreementStaff.findMany({
      where: { ...mine, agreement: { ...mine.agreement, NOT: inForce } },
      orderBy: [{ agreement: { validTo: "desc" } }, { id: "asc" }],
      take: OPTIONS_ON_ONE_PAGE,
      select: {
        agreement: {
          select: {
            status: true,
            validFrom: true,
            validTo: true,
            client: { select: { name: true } },
          },
        },
      },
    }),
  ]);
  return {
    clients: [...inOrderOf(first, head, ({ id }) => id), ...rest].map(({ id, agreement }) => ({
      identity: `client:${id}`,
      name: agreement.client.name,
      creditCode: agreement.client.creditCode,
      validTo: agreement.validTo,
      pinned: pins.includes(id),
    })),
    total,
    notOffered: ended.map(({ agreement }) => ({
      name: agreement.client.name,
      reason: agreementProblem(agreement, today) ?? "AGREEMENT_TERMINATED",
      since: agreement.validTo,
    })),
  };
}
