import "server-only";
import { Prisma } from "@/generated/sqlite/client";
import { agreementProblem } from "@/lib/domain/agreement-rules";
import { dayOf } from "@/lib/domain/china-time";
import { db } from "../db";
import { type Ask, named, OPTIONS_ON_ONE_PAGE, type Page } from "./paging";
import { behind, inOrderOf, pinnedIds } from "./pinned";
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

/** Clients counted and explained: with more of them the rest is reached by search, and the list costs what a short one does. */
const COUNTED_AT_MOST = 200;

/**
 * Clients of an agency (代理业务) among the agreements that name this person: in force, a page at a time, pinned ones first, then
 * as they were last used, then the newest agreements (B8); and those that are not, with the reason, among thousands only of what is
 * searched. No agreement at all: 未报送《涉税专业服务协议要素信息采集表》. `more`: there are more than `total`.
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
  more: boolean;
  notOffered: ClientNotOffered[];
}> {
  const today = dayOf(now);
  const pins = await pinnedIds(personId, "client");
  const wanted = clientsInForce({ personId, agencyId, search, today });
  const [rows, counted] = await Promise.all([
    clientPage(wanted, pins, page),
    countUpTo(wanted, page * OPTIONS_ON_ONE_PAGE + COUNTED_AT_MOST),
  ]);
  const { more } = counted;
  const notOffered =
    more && !search ? [] : await clientsNotOffered({ personId, agencyId, search, today });
  const clients = rows.map(({ id, ...client }) => ({
    ...client,
    identity: `client:${id}`,
    pinned: pins.includes(id),
  }));
  return { clients, ...counted, notOffered };
}

type Wanted = { personId: string; agencyId: string; search: string; today: string };

/** Agreements of the agency that name this person and are not in force, the newest first. */
async function clientsNotOffered({
  personId,
  agencyId,
  search,
  today,
}: Wanted): Promise<ClientNotOffered[]> {
  const rows = await db.agreementStaff.findMany({
    where: {
      personId,
      removedAt: null,
      agreement: {
        agency: { id: agencyId, status: "ACTIVE", staff: { some: listedStaff(personId) } },
        client: named(search),
        NOT: { status: "ACTIVE", validFrom: { lte: today }, validTo: { gte: today } },
      },
    },
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
  });
  return rows.map(({ agreement }) => ({
    name: agreement.client.name,
    reason: agreementProblem(agreement, today) ?? "AGREEMENT_TERMINATED",
    since: agreement.validTo,
  }));
}

/**
 * Where the clients in force are found. It starts at the person's own rows: an agent's list must not get slower by the agreements
 * of others. CROSS JOIN is how SQLite is told the order; for PostgreSQL it is an ordinary join.
 */
function clientsInForce({ personId, agencyId, search, today }: Wanted): Prisma.Sql {
  const contains = `%${search}%`;
  return sql`
    FROM "AgreementStaff" s CROSS JOIN "Agreement" a CROSS JOIN "Enterprise" c
    WHERE s."personId" = ${personId} AND s."removedAt" IS NULL AND a."id" = s."agreementId"
      AND a."agencyId" = ${agencyId} AND CAST(a."status" AS TEXT) = 'ACTIVE'
      AND a."validFrom" <= ${today} AND a."validTo" >= ${today}
      AND c."id" = a."clientId" AND CAST(c."status" AS TEXT) = 'ACTIVE'
      ${search ? sql`AND (c."name" LIKE ${contains} OR c."creditCode" LIKE ${contains.toUpperCase()})` : empty}
      AND EXISTS (SELECT 1 FROM "AgencyStaff" l JOIN "Enterprise" y ON y."id" = l."agencyId"
        WHERE l."agencyId" = ${agencyId} AND l."personId" = ${personId} AND l."removedAt" IS NULL
          AND CAST(y."status" AS TEXT) = 'ACTIVE')`;
}

type ClientRow = { id: string; name: string; creditCode: string; validTo: string };

/** One page, in an order that is kept in an index of the person's own rows: nothing is sorted, nothing behind the page is read. */
async function clientPage(wanted: Prisma.Sql, pins: readonly string[], page: number) {
  const columns = sql`SELECT s."id", c."name", c."creditCode", a."validTo" ${wanted}`;
  const pinned =
    pins.length === 0
      ? []
      : await db.$queryRaw<ClientRow[]>`${columns} AND s."id" IN (${join([...pins])})`;
  const front = inOrderOf(pins, pinned, ({ id }) => id);
  const { first, skip, take } = behind(
    front.map(({ id }) => id),
    page,
  );
  const others =
    front.length > 0 ? sql`AND s."id" NOT IN (${join(front.map(({ id }) => id))})` : empty;
  const rest = await db.$queryRaw<ClientRow[]>`
    ${columns} ${others} ORDER BY s."lastUsedAt" DESC NULLS LAST, s."id" DESC LIMIT ${take} OFFSET ${skip}`;
  return [...front.filter(({ id }) => first.includes(id)), ...rest];
}

/** How many there are, as far as they are counted. */
async function countUpTo(
  wanted: Prisma.Sql,
  most: number,
): Promise<{ total: number; more: boolean }> {
  const [row] = await db.$queryRaw<{ counted: number | bigint }[]>`
    SELECT COUNT(*) AS "counted" FROM (SELECT 1 ${wanted} LIMIT ${most + 1}) AS f`;
  const counted = Number(row?.counted ?? 0);
  return { total: Math.min(counted, most), more: counted > most };
}
