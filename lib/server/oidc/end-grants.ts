import "server-only";
import type { Prisma } from "@/generated/sqlite/client";
import type { Tx } from "../db";
import { expectLogouts } from "./logout-watch";

/** Grants written in one statement. */
const AT_ONCE = 500;

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
  const told = new Set(
    grants.filter(({ client }) => client.backchannelLogoutUri).map(({ clientId }) => clientId),
  );
  let ended = 0;
  for (let from = 0; from < grants.length; from += AT_ONCE) {
    const ids = grants.slice(from, from + AT_ONCE).map(({ id }) => id);
    const set = await tx.oidcGrant.updateManyAndReturn({
      where: { id: { in: ids }, endedAt: null },
      data: { endedAt: now, endedReason: reason },
      select: { id: true, clientId: true },
    });
    ended += set.length;
    const data = set
      .filter(({ clientId }) => told.has(clientId))
      .map(({ id, clientId }) => ({ grantId: id, clientId, nextAt: now, createdAt: now }));
    if (data.length === 0) continue;
    await tx.oidcLogoutDelivery.createMany({ data });
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
