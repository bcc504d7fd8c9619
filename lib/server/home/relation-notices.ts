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
  const where = [
    ...(isOldStyle(session.proofs) ? [] : concerningPerson(personId, now)),
    ...(managed ? concerningManagers(managed, personId, now) : []),
  ];
  if (where.length === 0) return { todos: [], reminders: [] };
  const rows = await db.relation.findMany({
    where: { living: true, OR: where },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: AT_MOST,
    select: columns,
  });
  const own = await ownNotices(rows.filter((row) => row.personId === personId));
  const staff = staffNotices(rows.filter((row) => row.personId !== personId));
  return {
    todos: [...own.todos, ...staff.todos],
    reminders: [...own.reminders, ...staff.reminders],
  };
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

/** One line for all relations of the enterprise that ask the same. */
function staffNotices(rows: readonly Row[]) {
  const applied = rows.filter(({ status }) => status === "PENDING_ENTERPRISE");
  const leaving = rows.filter(({ status }) => status === "ACTIVE");
  const at = applied[0]?.createdAt ?? null;
  return {
    todos: summary("TODO_AUTHORIZATION_APPLIED", applied, { at, path: `${STAFF}?tab=waiting` }),
    reminders: summary("REMINDER_HANDLERS_ENDING", leaving, { at: null, path: STAFF }),
  };
}

function summary(
  code: string,
  { length: count }: readonly Row[],
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
