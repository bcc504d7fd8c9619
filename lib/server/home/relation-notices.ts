import "server-only";
import { dayOf, formatDay } from "@/lib/domain/china-time";
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
  role: true,
  primary: true,
  status: true,
  legacyOnly: true,
  validTo: true,
  createdAt: true,
  enterpriseId: true,
} as const;

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
  const own = !isOldStyle(session.proofs);
  if (!own && !managed) return { todos: [], reminders: [] };
  const running = [{ validTo: null }, { validTo: { gte: dayOf(now) } }];
  const ending = { status: "ACTIVE" as const, legacyOnly: false, validTo: nearDays(now) };
  const rows = await db.relation.findMany({
    where: {
      living: true,
      OR: [
        ...(own
          ? [
              {
                personId,
                // 法定代表人 and agents agree elsewhere: by 信息确认, by the agreement.
                role: {
                  in: [
                    "FINANCE_MANAGER" as const,
                    "TAX_HANDLER" as const,
                    "INVOICE_CLERK" as const,
                  ],
                },
                OR: running,
                AND: {
                  OR: [
                    { status: "PENDING_PERSON" as const },
                    { status: "ACTIVE" as const, legacyOnly: true },
                  ],
                },
              },
              { personId, ...ending },
            ]
          : []),
        ...(managed
          ? [
              { enterpriseId: managed, status: "PENDING_ENTERPRISE" as const, OR: running },
              { enterpriseId: managed, NOT: { personId }, ...ending },
            ]
          : []),
      ],
    },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: AT_MOST,
    select: columns,
  });
  const mine = rows.filter((row) => own && row.personId === personId);
  const offered = mine.filter(
    ({ status, legacyOnly }) => status === "PENDING_PERSON" || legacyOnly,
  );
  const staff = rows.filter((row) => row.personId !== personId);
  const applied = staff.filter(({ status }) => status === "PENDING_ENTERPRISE");
  const leaving = staff.filter(({ status }) => status === "ACTIVE");
  const names = await enterpriseNames(mine.map(({ enterpriseId }) => enterpriseId));
  const aboutRole = (row: (typeof rows)[number]) => ({
    enterprise: names.get(row.enterpriseId) ?? "",
    role: roleLabel(row.role, row.primary),
  });
  return {
    todos: [
      ...offered.map((row) => ({
        id: row.id,
        code: "TODO_AUTHORIZATION_OFFERED",
        params: aboutRole(row),
        at: row.createdAt,
        path: `${AUTHORIZATIONS}?tab=waiting`,
      })),
      ...summary("TODO_AUTHORIZATION_APPLIED", applied, {
        at: applied[0]?.createdAt ?? null,
        path: `${STAFF}?tab=waiting`,
      }),
    ],
    reminders: [
      ...mine
        .filter((row) => !offered.includes(row) && row.status === "ACTIVE")
        .map((row) => ({
          id: row.id,
          code: "REMINDER_RELATION_ENDING",
          params: { ...aboutRole(row), until: formatDay(row.validTo ?? "") },
          at: null,
          path: AUTHORIZATIONS,
        })),
      ...summary("REMINDER_HANDLERS_ENDING", leaving, { at: null, path: STAFF }),
    ],
  };
}

/** One line for many rows, with their number; none for no rows. */
function summary(
  code: string,
  { length: count }: readonly unknown[],
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
