import "server-only";
import { z } from "zod";
import { isManager } from "@/lib/domain/relation-rules";
import { db } from "../db";
import type { ActingIdentity } from "../session-store";

const ON_ONE_PAGE = 10;
const paramsOfText = z.record(z.string(), z.union([z.string(), z.number()]));

/** A line of 我的待办 or 服务提醒; `code` and `params` are its text in `lib/messages.ts`. */
export type HomeNotice = {
  id: string;
  code: string;
  params: Record<string, string | number>;
  at: Date;
};

/** Enterprise whose affairs are shown: the acting one, or an agent's client; a project shows none. */
function enterpriseShown(acting: ActingIdentity): string | null {
  return acting.kind === "ENTERPRISE" || acting.kind === "CLIENT" ? acting.enterprise.id : null;
}

/** What only 法定代表人 and 财务负责人 of the enterprise can do: nobody else is shown it. */
const FOR_MANAGERS = ["AUTHORIZATION_APPLIED", "FUNCTION_REQUESTED"];

/** 我的待办: open ones of the person and of the enterprise they act for, newest first. */
export async function openTodos(personId: string, acting: ActingIdentity): Promise<HomeNotice[]> {
  const enterpriseId = enterpriseShown(acting);
  const manages = acting.kind === "ENTERPRISE" && isManager(acting.role);
  const ofEnterprise = { enterpriseId, ...(!manages && { NOT: { kind: { in: FOR_MANAGERS } } }) };
  const rows = await db.todo.findMany({
    where: { doneAt: null, OR: [{ personId }, ...(enterpriseId ? [ofEnterprise] : [])] },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: ON_ONE_PAGE,
    select: { id: true, kind: true, createdAt: true },
  });
  return rows.map(({ id, kind, createdAt }) => ({
    id,
    code: `TODO_${kind}`,
    params: {},
    at: createdAt,
  }));
}

/** 服务提醒: how far what the enterprise asked for has come, newest first. */
export async function reminders(acting: ActingIdentity): Promise<HomeNotice[]> {
  const enterpriseId = enterpriseShown(acting);
  if (!enterpriseId) return [];
  const rows = await db.reminder.findMany({
    where: { enterpriseId },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: ON_ONE_PAGE,
    select: { id: true, kind: true, params: true, createdAt: true },
  });
  return rows.map(({ id, kind, params, createdAt }) => ({
    id,
    code: `REMINDER_${kind}`,
    params: paramsOfText.parse(JSON.parse(params)),
    at: createdAt,
  }));
}
