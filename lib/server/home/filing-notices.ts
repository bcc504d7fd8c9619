import "server-only";
import { filingKindLabel, filingStatusLabel } from "@/lib/labels";
import { db } from "../db";
import { visibleFilings } from "../filings/access";
import type { CurrentSession } from "../session-store";
import type { HomeNotice } from "./notice";

const AT_MOST = 20;
const PROGRESS_DAYS = 30;
const DAY_MS = 86_400_000;

/**
 * What the person began to fill in and did not file, as one 待办; and how far what was filed within 30 days has come, as
 * 服务提醒 (辽宁 五: 涉税事项处理进度).
 */
export async function filingNotices(
  session: CurrentSession,
  now: Date,
): Promise<{ todos: HomeNotice[]; reminders: HomeNotice[] }> {
  const since = new Date(now.getTime() - PROGRESS_DAYS * DAY_MS);
  const rows = await db.filing.findMany({
    where: {
      AND: [
        visibleFilings(session),
        {
          OR: [
            { status: "DRAFT", filedById: session.personId },
            { status: { not: "DRAFT" }, updatedAt: { gte: since } },
          ],
        },
      ],
    },
    orderBy: [{ updatedAt: "desc" }, { id: "desc" }],
    take: AT_MOST,
    select: { id: true, number: true, kind: true, status: true, updatedAt: true },
  });
  const drafts = rows.filter(({ status }) => status === "DRAFT");
  const filed = rows.filter(({ status }) => status !== "DRAFT");
  return {
    todos: drafts.slice(0, 1).map(({ updatedAt }) => ({
      id: "TODO_DRAFTS",
      code: "TODO_DRAFTS",
      params: { count: drafts.length },
      at: updatedAt,
      path: "tax/filings",
    })),
    reminders: filed.map(({ id, number, kind, status, updatedAt }) => ({
      id,
      code: "REMINDER_FILING",
      params: {
        kind: filingKindLabel(kind),
        number: number ?? "",
        status: filingStatusLabel(status),
      },
      at: updatedAt,
      path: `tax/filings/${id}`,
    })),
  };
}
