import "server-only";
import { agreementProblem } from "@/lib/domain/agreement-rules";
import { dayOf } from "@/lib/domain/china-time";
import { db } from "../db";
import { type Ask, named, OPTIONS_ON_ONE_PAGE, type Page, pageWindow } from "./paging";
import { listedStaff } from "./resolve";

/** A client enterprise an agent may act for. */
export type ClientOption = {
  identity: string;
  name: string;
  creditCode: string;
  validTo: string;
};

/** A client that is not offered, with the reason (L7). */
export type ClientNotOffered = { name: string; reason: string; since: string };

/**
 * Clients of an agency (代理业务) among the agreements that name this person: in force, by name, a page at a time; and
 * those that are not, with the reason. No agreement at all: 未报送《涉税专业服务协议要素信息采集表》.
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
  const [rows, total, ended] = await Promise.all([
    db.agreementStaff.findMany({
      where: wanted,
      orderBy: [{ agreement: { client: { name: "asc" } } }, { id: "asc" }],
      ...pageWindow(page),
      select: {
        id: true,
        agreement: {
          select: { validTo: true, client: { select: { name: true, creditCode: true } } },
        },
      },
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
    clients: rows.map(({ id, agreement }) => ({
      identity: `client:${id}`,
      name: agreement.client.name,
      creditCode: agreement.client.creditCode,
      validTo: agreement.validTo,
    })),
    total,
    notOffered: ended.map(({ agreement }) => ({
      name: agreement.client.name,
      reason: agreementProblem(agreement, today) ?? "AGREEMENT_TERMINATED",
      since: agreement.validTo,
    })),
  };
}
