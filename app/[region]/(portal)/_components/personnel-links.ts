import { isManager } from "@/lib/domain/relation-rules";
import { isOldStyle } from "@/lib/domain/session-proofs";
import { personnelBureau } from "@/lib/server/personnel/access";
import type { CurrentSession } from "@/lib/server/session-store";

/**
 * What the name of the acting enterprise leads to where 企业人员维护 is (辽宁 二(一)5, 三(二)): itself for managers, 修改密码 for whoever came
 * through the old entry, which the handler password belongs to.
 */
export function personnelLinks(
  session: CurrentSession,
  now: Date,
): readonly { href: string; label: string }[] {
  const { acting, region, problem, proofs } = session;
  if (acting.kind !== "ENTERPRISE" || problem || !personnelBureau(session, now).ok) return [];
  const personnel = `/${region}/account/personnel`;
  return [
    ...(isManager(acting.role) ? [{ href: personnel, label: "企业人员维护" }] : []),
    ...(isOldStyle(proofs) ? [{ href: `${personnel}/password`, label: "修改密码" }] : []),
  ];
}
