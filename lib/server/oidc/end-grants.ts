import "server-only";
import type { Prisma } from "@/generated/sqlite/client";
import type { Tx } from "../db";
import { expectLogouts } from "./logout-watch";

/**
 * Ends what business systems were granted (单点登录授权): their tokens are refused from now on, and each system that asked for it is
 * told by a logout token once the transaction is committed (后台注销, OpenID Connect Back-Channel Logout 1.0). Returns how many.
 */
export async function endGrants(
  tx: Tx,
  where: Prisma.OidcGrantWhereInput,
  reason: string,
  now: Date,
): Promise<number> {
  const grants = await tx.oidcGrant.findMany({
    where: { ...where, endedAt: null },
    orderBy: { id: "asc" },
    select: { id: true, clientId: true, client: { select: { backchannelLogoutUri: true } } },
  });
  let ended = 0;
  for (const { id, clientId, client } of grants) {
    const { count } = await tx.oidcGrant.updateMany({
      where: { id, endedAt: null },
      data: { endedAt: now, endedReason: reason },
    });
    ended += count;
    if (count === 0 || !client.backchannelLogoutUri) continue;
    await tx.oidcLogoutDelivery.create({
      data: { grantId: id, clientId, nextAt: now, createdAt: now },
      select: { id: true },
    });
    expectLogouts(now);
  }
  return ended;
}

/** The same for everybody who acts under agreements (涉税专业服务协议), when one ends or its people change. */
export function endAgreementGrants(
  tx: Tx,
  agreement: Prisma.AgreementWhereInput,
  now: Date,
): Promise<number> {
  const where = { session: { agreementStaff: { agreement } } };
  return endGrants(tx, where, "AGREEMENT_CHANGED", now);
}
