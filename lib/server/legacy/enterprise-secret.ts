import "server-only";
import { OLD_STYLE_PROOF } from "@/lib/domain/session-proofs";
import type { NoticeKind } from "@/lib/messages/notices";
import type { Tx } from "../db";
import { notify } from "../notices/notify";
import { revokeSessions } from "../session-store";
import { endLoginsUnderWay } from "./handler-secret";
import { clearSecret, enterpriseSecret } from "./secret-attempts";

type NewSecret = {
  enterprise: { id: string; name: string; creditCode: string };
  /** Already hashed. */
  passwordHash: string;
  /** Only while this is the hash of the present one. */
  insteadOf?: string;
  /** RESET_REQUIRED: issued by a voucher (注册凭证), to be changed before anybody gets in with it. */
  state?: "CHOSEN" | "RESET_REQUIRED";
  /** The session that goes on. */
  except?: string;
  /** What 法定代表人 and 财务负责人 are told. */
  notice: NoticeKind;
};

/**
 * Puts a new 企业密码 in place: opens its lock, ends what was or is being signed in with the former one, and tells 法定代表人 and
 * 财务负责人. Returns the messages' ids, or null when another one was put in place meanwhile.
 */
export async function setEnterprisePassword(
  tx: Tx,
  { enterprise, passwordHash, state = "CHOSEN", insteadOf, except, notice }: NewSecret,
  now: Date,
): Promise<string[] | null> {
  const { id, name, creditCode } = enterprise;
  const { count } = await tx.enterprise.updateMany({
    where: { id, ...(insteadOf && { enterprisePasswordHash: insteadOf }) },
    data: { enterprisePasswordHash: passwordHash, enterprisePasswordState: state },
  });
  if (count === 0) return null;
  await clearSecret(tx, enterpriseSecret(creditCode));
  const signedIn = {
    proofs: { startsWith: OLD_STYLE_PROOF },
    OR: [
      { relation: { enterpriseId: id } },
      { agreementStaff: { agreement: { agencyId: id } } },
      { project: { enterpriseId: id } },
    ],
  };
  await revokeSessions(tx, { ...signedIn, except }, "PASSWORD_CHANGED", now);
  await endLoginsUnderWay(tx, id, now);
  return tellManagers(tx, { enterpriseId: id, enterprise: name, kind: notice }, now);
}

async function tellManagers(
  tx: Tx,
  {
    enterpriseId,
    enterprise,
    kind,
  }: { enterpriseId: string; enterprise: string; kind: NoticeKind },
  now: Date,
): Promise<string[]> {
  const managers = await tx.relation.findMany({
    where: {
      enterpriseId,
      living: true,
      role: { in: ["LEGAL_REPRESENTATIVE", "FINANCE_MANAGER"] },
    },
    distinct: ["personId"],
    select: { personId: true },
  });
  const ids: string[] = [];
  for (const { personId } of managers) {
    ids.push(await notify(tx, { personId, kind, params: { enterprise } }, now));
  }
  return ids;
}
