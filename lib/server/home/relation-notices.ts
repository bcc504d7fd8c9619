import "server-only";
import type { Prisma } from "@/generated/sqlite/client";
import { dayOf } from "@/lib/domain/china-time";
import { isOldStyle } from "@/lib/domain/session-proofs";
import { roleLabel } from "@/lib/labels";
import { db } from "../db";
import type { CurrentSession } from "../session-store";
import { enterpriseManaged, type HomeNotice, nearDays } from "./notice";

const AT_MOST = 50;

const AUTHORIZATIONS = "account/authorizations";
const STAFF = "account/staff";

/** Columns the lines are told from. */
const columns = {
  id: true,
  personId: true,
  enterpriseId: true,
  role: true,
  primary: true,
  status: true,
  legacyOnly: true,
  validTo: true,
  createdAt: true,
} as const;

type Row = Prisma.RelationGetPayload<{ select: typeof columns }>;

/** What waits for the person, or ends soon. 法定代表人 and agents agree elsewhere: by 信息确认, by the agreement. */
function concerningPerson(personId: string, now: Date): Prisma.RelationWhereInput[] {
  const waiting: Prisma.RelationWhereInput[] = [
    { status: "PENDING_PERSON" },
    { status: "ACTIVE", legacyOnly: true },
  ];
  return [
    {
      personId,
      role: { in: ["FINANCE_MANAGER", "TAX_HANDLER", "INVOICE_CLERK"] },
      AND: [{ OR: waiting }, { OR: running(now) }],
    },
    { personId, ...ending(now) },
  ];
}

/** What waits for the managers of an enterprise, or ends soon there. */
function concerningManagers(
  enterpriseId: string,
  personId: string,
  now: Date,
): Prisma.RelationWhereInput[] {
  return [
    { enterpriseId, status: "PENDING_ENTERPRISE", OR: running(now) },
    { enterpriseId, NOT: { personId }, ...ending(now) },
  ];
}

function running(now: Date) {
  return [{ validTo: null }, { validTo: { gte: dayOf(now) } }];
}

function ending(now: Date) {
  return { status: "ACTIVE" as const, legacyOnly: false, validTo: nearDays(now) };
}

/**
 * What 人企关联关系 ask of the person and of the enterprise they manage, read from the relations themselves, so that nothing is
 * shown that is settled: 待办 for who has to agree, 服务提醒 for what ends within 30 days. A session of an old entry sees the
 * enterprise's only (O1).
 */
export async function relationNotices(
  session: CurrentSession,
  now: Date,
): Promise<{ todos: HomeNotice[]; reminders: HomeNotice[] }> {
  const { personId } = session;
  const managed = enterpriseManaged(session);
  const asPerson = isOldStyle(session.proofs) ? [] : concerningPerson(personId, now);
  const asManager = managed ? concerningManagers(managed, personId, now) : [];
  if (asPerson.length + asManager.length === 0) return { todos: [], reminders: [] };
  const rows = await newest([...asPerson, ...asManager]);
  // Of very many the newest are of others: then the own ones are asked for, and the others counted, apart.
  const many = rows.length === AT_MOST && asManager.length > 0;
  const others = rows.filter((row) => row.personId !== personId);
  const own = await ownNotices(
    many ? await newest(asPerson) : rows.filter((row) => row.personId === personId),
  );
  const staff = staffNotices(others, many ? await countByStatus(asManager, personId) : null);
  return {
    todos: [...own.todos, ...staff.todos],
    reminders: [...own.reminders, ...staff.reminders],
  };
}

async function newest(where: Prisma.RelationWhereInput[]): Promise<Row[]> {
  if (where.length === 0) return [];
  return db.relation.findMany({
    where: { living: true, OR: where },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: AT_MOST,
    select: columns,
  });
}

async function countByStatus(
  where: Prisma.RelationWhereInput[],
  personId: string,
): Promise<Partial<Record<string, number>>> {
  const groups = await db.relation.groupBy({
    by: ["status"],
    where: { living: true, NOT: { personId }, OR: where },
    _count: true,
  });
  return Object.fromEntries(groups.map(({ status, _count }) => [status, _count]));
}

/** One line for each relation of the person. */
async function ownNotices(rows: readonly Row[]) {
  const names = await enterpriseNames(rows.map(({ enterpriseId }) => enterpriseId));
  const aboutRole = ({ enterpriseId, role, primary }: Row) => ({
    enterprise: names.get(enterpriseId) ?? "",
    role: roleLabel(role, primary),
  });
  const inForce = ({ status, legacyOnly }: Row) => status === "ACTIVE" && !legacyOnly;
  return {
    todos: rows
      .filter((row) => !inForce(row))
      .map((row) => ({
        id: row.id,
        code: "TODO_AUTHORIZATION_OFFERED",
        params: aboutRole(row),
        at: row.createdAt,
        path: `${AUTHORIZATIONS}?tab=waiting`,
      })),
    reminders: rows.filter(inForce).map((row) => ({
      id: row.id,
      code: "REMINDER_RELATION_ENDING",
      params: { ...aboutRole(row), until: row.validTo ?? "" },
      at: null,
      path: AUTHORIZATIONS,
    })),
  };
}

/** One line for all relations of the enterprise that ask the same; `all` counts them where the rows are not all. */
function staffNotices(rows: readonly Row[], all: Partial<Record<string, number>> | null) {
  const countOf = (wanted: Row["status"]) =>
    all ? (all[wanted] ?? 0) : rows.filter(({ status }) => status === wanted).length;
  const at = rows.find(({ status }) => status === "PENDING_ENTERPRISE")?.createdAt ?? null;
  const waiting = { at, path: `${STAFF}?tab=waiting` };
  return {
    todos: summary("TODO_AUTHORIZATION_APPLIED", countOf("PENDING_ENTERPRISE"), waiting),
    reminders: summary("REMINDER_HANDLERS_ENDING", countOf("ACTIVE"), { at: null, path: STAFF }),
  };
}

function summary(
  code: string,
  count: number,
  place: Pick<HomeNotice, "at" | "path">,
): HomeNotice[] {
  return count === 0 ? [] : [{ id: code, code, params: { count }, ...place }];
}

/** Asked for apart: most of the time there is none, and a join would ask for them all the same. */
async function enterpriseNames(ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db.enterprise.findMany({
    where: { id: { in: [...ids] } },
    select: { id: true, name: true },
  });
  return new Map(rows.map(({ id, name }) => [id, name]));
}
