import "@/prisma/testing/empty-database";
import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { db, transaction } from "@/lib/server/db";
import { setEnterprisePassword } from "@/lib/server/legacy/enterprise-secret";
import { endProvedBy } from "@/lib/server/legacy/handler-secret";
import { newHandler, newLegacyEnterprise } from "@/prisma/testing/legacy";
import { newClient } from "@/prisma/testing/oidc";

const NOW = new Date();

/** A handler's session of an old entry that a business system was granted something for. */
async function signedIn(handler: { id: string; relationId: string }, proofs: string) {
  const { id: clientId } = await newClient({ backchannelLogoutUri: "http://127.0.0.1:9/logout" });
  const session = await db.loginSession.create({
    data: {
      tokenHash: randomUUID(),
      instance: "PORTAL",
      personId: handler.id,
      relationId: handler.relationId,
      region: "liaoning",
      entry: "ENTERPRISE",
      proofs,
      userAgent: "test",
      createdAt: NOW,
      lastSeenAt: NOW,
    },
    select: { id: true },
  });
  const grant = { id: randomUUID(), clientId, sessionId: session.id, sid: randomUUID() };
  await db.oidcGrant.create({ data: { ...grant, identityVersion: 1, createdAt: NOW } });
  return {
    id: session.id,
    /** Why the session ended, why the grant did, and how many logouts are to be told. */
    async ended() {
      const { revokedReason } = await db.loginSession.findUniqueOrThrow({
        where: { id: session.id },
      });
      const { endedReason } = await db.oidcGrant.findUniqueOrThrow({ where: { id: grant.id } });
      const told = await db.oidcLogoutDelivery.count({ where: { clientId, grantId: grant.id } });
      return [revokedReason, endedReason, told];
    },
  };
}

const ENDED = ["PASSWORD_CHANGED", "PASSWORD_CHANGED", 1];
const GOING_ON = [null, null, 0];

test("OL1 OIDC a new 企业密码 ends the grants of the sessions it ends, and systems are told", async () => {
  const company = await newLegacyEnterprise();
  const handler = await newHandler(company.id);
  const [own, other, unified] = await Promise.all([
    signedIn(handler, "ENTERPRISE_PASSWORD SMS"),
    signedIn(handler, "ENTERPRISE_PASSWORD SMS"),
    signedIn(handler, "PASSWORD SMS"),
  ]);
  const elsewhere = await signedIn(
    await newHandler((await newLegacyEnterprise()).id),
    "ENTERPRISE_PASSWORD SMS",
  );
  const notice = "ENTERPRISE_PASSWORD_REPLACED" as const;
  await transaction((tx) =>
    setEnterprisePassword(
      tx,
      { enterprise: company, passwordHash: "$new", except: own.id, notice },
      NOW,
    ),
  );
  expect(await other.ended()).toEqual(ENDED);
  for (const each of [own, unified, elsewhere]) expect(await each.ended()).toEqual(GOING_ON);
});

test("OL1 OIDC a proof that counts no more ends the grants of the sessions it opened", async () => {
  const handler = await newHandler((await newLegacyEnterprise()).id);
  const [own, byPassword, byCode] = await Promise.all([
    signedIn(handler, "ENTERPRISE_PASSWORD HANDLER_PASSWORD"),
    signedIn(handler, "ENTERPRISE_PASSWORD HANDLER_PASSWORD"),
    signedIn(handler, "ENTERPRISE_PASSWORD SMS"),
  ]);
  const { relationId } = handler;
  await transaction((tx) =>
    endProvedBy(tx, { relationId, proof: "HANDLER_PASSWORD", except: own.id }, NOW),
  );
  expect(await byPassword.ended()).toEqual(ENDED);
  for (const each of [own, byCode]) expect(await each.ended()).toEqual(GOING_ON);
});
