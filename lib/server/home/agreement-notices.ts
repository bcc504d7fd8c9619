import "server-only";
import type { Prisma } from "@/generated/sqlite/client";
import { dayOf } from "@/lib/domain/china-time";
import { db } from "../db";
import type { CurrentSession } from "../session-store";
import { enterpriseManaged, type HomeNotice, nearDays } from "./notice";

const AT_MOST = 50;

/**
 * What 涉税专业服务协议 ask of the managers of client and agency, and tell the agent who works by one: 待办 for agencies to
 * recognise (辽宁 二(三)), 服务提醒 for agreements that end within 30 days. Nothing that is settled.
 */
export async function agreementNotices(
  session: CurrentSession,
  now: Date,
): Promise<{ todos: HomeNotice[]; reminders: HomeNotice[] }> {
  const managed = enterpriseManaged(session);
  const { acting } = session;
  const ending = { status: "ACTIVE" as const, validTo: nearDays(now) };
  const where = managed
    ? [
        { clientId: managed, status: "PENDING_CLIENT" as const, validTo: { gte: dayOf(now) } },
        { clientId: managed, ...ending },
        { agencyId: managed, ...ending },
      ]
    : acting.kind === "CLIENT"
      ? [{ staff: { some: { id: acting.agreementStaffId } }, ...ending }]
      : [];
  if (where.length === 0) return { todos: [], reminders: [] };
  const rows = await db.agreement.findMany({
    where: { OR: where },
    orderBy: [{ validTo: "asc" }, { id: "asc" }],
    take: AT_MOST,
    select: { status: true, agencyId: true, validTo: true, createdAt: true },
  });
  const waiting = rows.filter(({ status }) => status === "PENDING_CLIENT");
  const ends = rows.filter(({ status }) => status === "ACTIVE");
  // An agency may have thousands that end with the year: then the database counts.
  const all = rows.length < AT_MOST ? null : await countByStatus({ OR: where });
  const asAgency = ends.some(({ agencyId }) => agencyId === managed);
  const [first] = ends;
  return {
    todos: waiting.slice(0, 1).map(({ createdAt }) => ({
      id: "TODO_RECOGNISE_AGENCY",
      code: "TODO_RECOGNISE_AGENCY",
      params: { count: all?.PENDING_CLIENT ?? waiting.length },
      at: createdAt,
      path: "tax/agency/recognition",
    })),
    reminders: first
      ? [
          {
            id: "REMINDER_AGREEMENTS_ENDING",
            code: "REMINDER_AGREEMENTS_ENDING",
            params: { count: all?.ACTIVE ?? ends.length, until: first.validTo },
            at: null,
            path: placeOf(managed, asAgency),
          },
        ]
      : [],
  };
}

async function countByStatus(
  where: Prisma.AgreementWhereInput,
): Promise<Partial<Record<string, number>>> {
  const groups = await db.agreement.groupBy({ by: ["status"], where, _count: true });
  return Object.fromEntries(groups.map(({ status, _count }) => [status, _count]));
}

/** Where the agreements are: at the agency's own list, or at the client's; an agent can only tell the agency. */
function placeOf(managed: string | null, asAgency: boolean): string | null {
  if (!managed) return null;
  return asAgency ? "tax/agency/agreements" : "tax/agency/recognition";
}
