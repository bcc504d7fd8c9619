import "server-only";
import { checkPassword } from "@/lib/domain/password-rule";
import { OLD_STYLE_PROOF } from "@/lib/domain/session-proofs";
import type { HandlerProof } from "@/lib/flows/legacy-login";
import { db, type Tx } from "../db";
import { verifyPassword } from "../password";
import { reveal } from "../protect";
import { revokeSessions } from "../session-store";

/**
 * What is wrong with a new 个人登录密码, or null: K3 with what is known of the person, PASSWORD_SAME as the former one,
 * PASSWORD_IS_ENTERPRISE (辽宁 二(一)4).
 */
export async function handlerPasswordProblem(
  typed: string,
  owner: { personId: string; enterpriseId: string; phone: string | null; hash: string | null },
): Promise<string | null> {
  const person = await db.person.findUniqueOrThrow({
    where: { id: owner.personId },
    select: { documentNumberCipher: true, account: { select: { username: true } } },
  });
  const [code] = checkPassword(typed, {
    documentNumber: reveal("Person.documentNumber", person.documentNumberCipher),
    phones: owner.phone ? [owner.phone] : [],
    username: person.account?.username,
  });
  if (code) return code;
  if (owner.hash && (await verifyPassword(owner.hash, typed))) return "PASSWORD_SAME";
  const { enterprisePasswordHash } = await db.enterprise.findUniqueOrThrow({
    where: { id: owner.enterpriseId },
    select: { enterprisePasswordHash: true },
  });
  const same = await verifyPassword(enterprisePasswordHash, typed);
  return same ? "PASSWORD_IS_ENTERPRISE" : null;
}

/**
 * A proof of a person's does not count any more (个人登录密码 replaced, 绑定, 解绑): ends the sessions it opened, but not `except`,
 * and the logins under way.
 */
export async function endProvedBy(
  tx: Tx,
  { relationId, proof, except }: { relationId: string; proof: HandlerProof; except?: string },
  now: Date,
): Promise<void> {
  const proved = { relationId, proofs: { startsWith: `${OLD_STYLE_PROOF} ${proof}` } };
  await revokeSessions(tx, { ...proved, except }, "PASSWORD_CHANGED", now);
  await endLoginsUnderWay(tx, relationId, now);
}

/** Ends the logins under way that name an enterprise, a relation or a person: what they were proved with is no more. */
export async function endLoginsUnderWay(tx: Tx, id: string, now: Date): Promise<void> {
  await tx.flow.updateMany({
    where: {
      kind: "LEGACY_LOGIN",
      consumedAt: null,
      expiresAt: { gt: now },
      data: { contains: `"${id}"` },
    },
    data: { consumedAt: now },
  });
}
