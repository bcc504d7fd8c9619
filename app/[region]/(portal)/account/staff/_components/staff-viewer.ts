import { isManager, type Role } from "@/lib/domain/relation-rules";
import type { CurrentSession } from "@/lib/server/session-store";

/** The manager who looks at the people of the enterprise they act for. */
export type StaffViewer = {
  personId: string;
  as: Role;
  enterpriseId: string;
  enterpriseName: string;
  now: Date;
};

/** The manager behind a session; null for everybody else (E1). */
export function staffViewer({ acting, personId }: CurrentSession, now: Date): StaffViewer | null {
  if (acting.kind !== "ENTERPRISE" || !isManager(acting.role)) return null;
  const { id, name } = acting.enterprise;
  return { personId, as: acting.role, enterpriseId: id, enterpriseName: name, now };
}
