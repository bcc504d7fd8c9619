import "server-only";
import { Prisma } from "@/generated/sqlite/client";
import { agreementProblem } from "@/lib/domain/agreement-rules";
import { dayOf } from "@/lib/domain/china-time";
import { db } from "../db";
import { type Ask, OPTIONS_ON_ONE_PAGE, type Page, pageWindow } from "./paging";
import { pinnedIds, RECENTLY_USED } from "./pinned";
import { listedStaff } from "./resolve";

const { sql, join, empty } = Prisma;

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
  const pins = await pinnedIds(personId, "client");
  const [{ clients, total }, ended] = await Promise.all([
    clientsInForce({ personId, agencyId, search, page, today, pins }),
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
    clients: clients.map(({ id, ...client }) => ({
      ...client,
      identity: `client:${id}`,
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

/** A number of ours in the statement itself: PostgreSQL cannot tell the type of a parameter there. */
const literal = (number: number) => Prisma.raw(String(number));

type ClientRow = { id: string; name: string; creditCode: string; validTo: string };

/**
 * A page of the clients in force and how many there are, in one statement. It starts at the person's own rows: an agent's list must
 * not get slower by the agreements of others. CROSS JOIN is how SQLite is told the order; for PostgreSQL it is an ordinary join.
 */
async function clientsInForce({
  personId,
  agencyId,
  search,
  page,
  today,
  pins,
}: Omit<Ask, "now"> & Page & { agencyId: string; today: string; pins: readonly string[] }) {
  const contains = `%${search}%`;
  const pinRank = pins.map((id, rank) => sql`WHEN ${id} THEN ${literal(rank)}`);
  const wanted = sql`
    FROM "AgreementStaff" s CROSS JOIN "Agreement" a CROSS JOIN "Enterprise" c
    WHERE s."personId" = ${personId} AND s."removedAt" IS NULL AND a."id" = s."agreementId"
      AND a."agencyId" = ${agencyId} AND CAST(a."status" AS TEXT) = 'ACTIVE'
      AND a."validFrom" <= ${today} AND a."validTo" >= ${today}
      AND c."id" = a."clientId" AND CAST(c."status" AS TEXT) = 'ACTIVE'
      ${search ? sql`AND (c."name" LIKE ${contains} OR c."creditCode" LIKE ${contains.toUpperCase()})` : empty}
      AND EXISTS (SELECT 1 FROM "AgencyStaff" l JOIN "Enterprise" y ON y."id" = l."agencyId"
        WHERE l."agencyId" = ${agencyId} AND l."personId" = ${personId} AND l."removedAt" IS NULL
          AND CAST(y."status" AS TEXT) = 'ACTIVE')`;
  const { skip, take } = pageWindow(page);
  const rows = await db.$queryRaw<(ClientRow & { total: number | bigint })[]>`
    SELECT "id", "name", "creditCode", "validTo", COUNT(*) OVER () AS "total" FROM (
      SELECT s."id", c."name", c."creditCode", a."validTo", s."lastUsedAt",
        ${pins.length > 0 ? sql`CASE s."id" ${join(pinRank, " ")} ELSE ${literal(pins.length)} END` : sql`0`} AS "pin",
        ROW_NUMBER() OVER (ORDER BY CASE WHEN s."lastUsedAt" IS NULL THEN 1 ELSE 0 END, s."lastUsedAt" DESC, s."id") AS "use"
      ${wanted}) AS f
    ORDER BY "pin", CASE WHEN "lastUsedAt" IS NOT NULL AND "use" <= ${literal(RECENTLY_USED)} THEN "use" ELSE ${literal(RECENTLY_USED + 1)} END,
      "name", "id"
    LIMIT ${take} OFFSET ${skip}`;
  const clients = rows.map(({ total: _, ...row }): ClientRow => row);
  if (rows[0] || page === 1) return { clients, total: Number(rows[0]?.total ?? 0) };
  // A page behind the last one: only how many there are.
  const [counted] = await db.$queryRaw<{ total: number | bigint }[]>`
    SELECT COUNT(*) AS "total" ${wanted}`;
  return { clients, total: Number(counted?.total ?? 0) };
}
