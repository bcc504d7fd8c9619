import "server-only";
import { z } from "zod";
import { db } from "../db";
import { functionRequests } from "../functions/requests";
import type { CurrentSession } from "../session-store";
import { enterpriseManaged, enterpriseShown, type HomeNotice } from "./notice";

const ON_ONE_PAGE = 20;
const paramsOfText = z.record(z.string(), z.union([z.string(), z.number()]));

/** Told by what they are about, which knows whether they are settled: relations and agreements. */
const TOLD_ELSEWHERE = ["AUTHORIZATION_OFFERED", "AUTHORIZATION_APPLIED", "RECOGNISE_AGENCY"];
/** Only 法定代表人 and 财务负责人 can answer it. */
const FUNCTION_REQUESTED = "FUNCTION_REQUESTED";

/** 我的待办 kept as such: open ones of the person and of the enterprise they act for, newest first. */
export async function keptTodos(session: CurrentSession, now: Date): Promise<HomeNotice[]> {
  const enterpriseId = enterpriseShown(session.acting);
  const managed = enterpriseManaged(session);
  const elsewhere = managed ? TOLD_ELSEWHERE : [...TOLD_ELSEWHERE, FUNCTION_REQUESTED];
  const rows = await db.todo.findMany({
    where: {
      doneAt: null,
      kind: { notIn: elsewhere },
      OR: [{ personId: session.personId }, ...(enterpriseId ? [{ enterpriseId }] : [])],
    },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: ON_ONE_PAGE,
    select: { id: true, kind: true, createdAt: true },
  });
  const requested = managed && rows.some(({ kind }) => kind === FUNCTION_REQUESTED);
  // Those of people who have left meanwhile are nothing to do any more.
  const requests = requested ? await functionRequests(managed, now) : [];
  return rows.flatMap(({ id, kind, createdAt }): HomeNotice[] => {
    if (kind !== FUNCTION_REQUESTED) {
      return [{ id, code: `TODO_${kind}`, params: {}, at: createdAt, path: null }];
    }
    const open = requests.find((each) => each.id === id);
    if (!open) return [];
    const { personName: person, functionName } = open;
    const params = { person, function: functionName };
    return [{ id, code: "TODO_FUNCTION_REQUESTED", params, at: createdAt, path: "account/staff" }];
  });
}

/** 服务提醒 kept as such: what was noted for the enterprise, newest first. */
export async function keptReminders(session: CurrentSession): Promise<HomeNotice[]> {
  const enterpriseId = enterpriseShown(session.acting);
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
    path: null,
  }));
}
