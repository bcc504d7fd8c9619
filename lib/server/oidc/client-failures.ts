import "server-only";
import type { KoaContextWithOIDC } from "oidc-provider";
import { appendAudit } from "../audit";
import { transaction } from "../db";
import { consumeOnce, takeFromWindow } from "../rate-limit";
import { hashToken } from "../tokens";
import { portalClient } from "./policy";

/** Where a client authenticates, as the library names it. */
const AUTHENTICATED = new Set(["token", "introspection", "revocation"]);

/** Failed client authentications of one client from one network address in so many seconds (客户端认证失败计数). */
const FAILURES = 20;
const WINDOW_SECONDS = 10 * 60;

/**
 * Counts failed client authentications per client and network address, after the library has answered: beyond the limit a failure is
 * told to wait (429, `Retry-After`), and the audit trail gets one event per window. Credentials that are right are always taken:
 * a secret of 256 bits is not guessed, and somebody who knows a client_id must not keep the system's people out, not even from behind the
 * same front server.
 */
export async function countFailedClients(
  ctx: KoaContextWithOIDC,
  next: () => Promise<void>,
): Promise<void> {
  await next();
  const { error } = (ctx.body ?? {}) as { error?: string };
  if (!AUTHENTICATED.has(ctx.oidc?.route ?? "") || error !== "invalid_client") return;
  const now = new Date();
  const client = ctx.oidc.client && portalClient(ctx.oidc.client);
  const address = ctx.req.socket.remoteAddress ?? "";
  const key = `oidc-client:${hashToken("oidc-client-failures", `${client?.clientId}\0${address}`)}`;
  const window = { limit: FAILURES, windowSeconds: WINDOW_SECONDS, now };
  const taken = await takeFromWindow(key, window);
  if (taken.allowed) return;
  const seconds = Math.max(1, Math.ceil((taken.retryAt.getTime() - now.getTime()) / 1000));
  ctx.status = 429;
  ctx.set("retry-after", String(seconds));
  ctx.body = { error, error_description: "too many failed client authentications" };
  if (!client || !(await consumeOnce(`${key}:${taken.retryAt.getTime()}`, taken.retryAt))) return;
  await transaction((tx) =>
    appendAudit(tx, {
      at: now,
      action: "REFUSE_OIDC_CLIENT",
      outcome: "REFUSED",
      region: client.portal_region,
      actorKind: "SYSTEM",
      subjectKind: "OidcClient",
      subjectId: client.clientId,
      detail: { failures: FAILURES },
    }),
  );
}
