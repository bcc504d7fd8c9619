import "server-only";
import { addDays, dayOf } from "@/lib/domain/china-time";
import { EXPIRY_WARNING_DAYS } from "@/lib/domain/relation-actions";
import { isManager } from "@/lib/domain/relation-rules";
import type { ActingIdentity, CurrentSession } from "../session-store";

/** A line of 我的待办 or 服务提醒; `code` and `params` are its text in `lib/messages.ts`. */
export type HomeNotice = {
  id: string;
  code: string;
  params: Record<string, string | number>;
  /** When it came up; null for what simply is so. */
  at: Date | null;
  /** Where it is dealt with, below the bureau's path; null where there is nothing to do. */
  path: string | null;
};

/** Enterprise whose affairs are shown: the acting one, or an agent's client; a project shows none. */
export function enterpriseShown(acting: ActingIdentity): string | null {
  return acting.kind === "ENTERPRISE" || acting.kind === "CLIENT" ? acting.enterprise.id : null;
}

/** The acting enterprise of who manages its people; null for everybody else. */
export function enterpriseManaged({ acting }: Pick<CurrentSession, "acting">): string | null {
  return acting.kind === "ENTERPRISE" && isManager(acting.role) ? acting.enterprise.id : null;
}

/** Days "YYYY-MM-DD" on which the end of something is near as of `now`: the next 30. */
export function nearDays(now: Date): { gte: string; lte: string } {
  const today = dayOf(now);
  return { gte: today, lte: addDays(today, EXPIRY_WARNING_DAYS) };
}
