import "server-only";
import type { CurrentSession } from "../session-store";
import { agreementNotices } from "./agreement-notices";
import { filingNotices } from "./filing-notices";
import { keptReminders, keptTodos } from "./kept-notices";
import type { HomeNotice } from "./notice";
import { ownReminders } from "./own-reminders";
import { relationNotices } from "./relation-notices";

/**
 * 我的待办 and 服务提醒 of the main page (辽宁 五) for the acting identity: all of them, what is simply so first, then the newest.
 */
export async function homeNotices(
  session: CurrentSession,
  now: Date,
): Promise<{ todos: HomeNotice[]; reminders: HomeNotice[] }> {
  const [keptToDo, noted, relations, agreements, filings] = await Promise.all([
    keptTodos(session, now),
    keptReminders(session),
    relationNotices(session, now),
    agreementNotices(session, now),
    filingNotices(session, now),
  ]);
  return {
    todos: newestFirst([...relations.todos, ...agreements.todos, ...filings.todos, ...keptToDo]),
    reminders: newestFirst([
      ...ownReminders(session),
      ...relations.reminders,
      ...agreements.reminders,
      ...filings.reminders,
      ...noted,
    ]),
  };
}

function newestFirst(notices: readonly HomeNotice[]): HomeNotice[] {
  const timeOf = ({ at }: HomeNotice) => at?.getTime() ?? Number.POSITIVE_INFINITY;
  return [...notices].sort((a, b) => (timeOf(a) === timeOf(b) ? 0 : timeOf(b) - timeOf(a)));
}
