import "server-only";
import type { KoaContextWithOIDC } from "oidc-provider";
import { transaction } from "../db";
import { endSession } from "../sign-out";
import { endGrants } from "./end-grants";
import { portalSession } from "./portal-session";

/** Where the person is asked whether to sign out, below their bureau. */
const QUESTION = "sso/sign-out";

/**
 * 退出 asked for by a business system (RP-Initiated Logout 1.0): the person is asked on a page of the portal, and a yes ends the
 * portal's session, so that every other system is told, too. Without a session there is nothing to ask.
 */
export async function logOutOfPortal(
  ctx: KoaContextWithOIDC,
  next: () => Promise<void>,
): Promise<void> {
  await next();
  const route = ctx.oidc?.route;
  if (route === "end_session" && ctx.status === 200) {
    const secret = String(ctx.oidc.session?.state?.secret ?? "");
    const portal = await portalSession(ctx.req);
    const client = ctx.oidc.client?.clientId ?? "";
    const query = `logout=${encodeURIComponent(secret)}`;
    ctx.body = "";
    ctx.status = 303;
    ctx.redirect(
      portal
        ? `/${portal.region}/${QUESTION}?${query}&client=${encodeURIComponent(client)}`
        : `/oidc/session/end/finish?${query}&everywhere=1`,
    );
  }
  if (route !== "end_session_confirm" || ctx.status !== 303) return;
  const now = new Date();
  const session = await portalSession(ctx.req);
  const clientId = ctx.oidc.client?.clientId;
  if (session && ctx.oidc.params?.logout) await endSession({ session, now });
  else if (session && clientId) {
    const where = { sessionId: session.id, clientId };
    await transaction((tx) => endGrants(tx, where, "SIGNED_OUT_THERE", now));
  }
}
