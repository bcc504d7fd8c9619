import "server-only";
import { createHmac, randomUUID } from "node:crypto";
import { type Result, success } from "@/lib/domain/result";
import { appendAudit } from "../audit";
import { db, transaction } from "../db";
import { env } from "../env";
import { consumeFlow } from "../flow-store";
import { businessSystemLink } from "../functions/business-systems";
import { readLegacyFlow } from "./legacy-flow";

/** Seconds the other system has to accept a handover. */
const ASSERTION_SECONDS = 60;

/**
 * Hands a 纯社保户 over to the social insurance system (社保费征收系统, OL3), once: to the 登录发起地址 of the client the bureau
 * registered for it, else to the configured address. No session of this portal is opened, so nothing
 * else can be reached by it. `to` is null when no such system is connected.
 */
export async function handOverSocialInsurance(
  region: string,
  flowId: unknown,
  now: Date,
): Promise<Result<{ to: string | null; enterpriseName: string }>> {
  const flow = await readLegacyFlow(region, flowId, "SOCIAL_INSURANCE", now);
  if (!flow.ok) return flow;
  const { id, data } = flow.value;
  const enterprise = await db.enterprise.findUniqueOrThrow({
    where: { id: data.enterpriseId },
    select: { name: true, creditCode: true },
  });
  const client = await businessSystemLink("social-insurance", { region });
  const target = client?.signedIn ? client.url : env().SOCIAL_INSURANCE_URL;
  if (!target) return success({ to: null, enterpriseName: enterprise.name });
  const taken = await transaction(async (tx) => {
    if (!(await consumeFlow(tx, id, now))) return false;
    await appendAudit(tx, {
      at: now,
      action: "SOCIAL_INSURANCE_HANDOVER",
      outcome: "OK",
      region,
      actorKind: "SYSTEM",
      enterpriseId: data.enterpriseId,
    });
    return true;
  });
  if (!taken) return { ok: false, problems: [{ code: "FLOW_EXPIRED" }] };
  return success({ to: address(target, enterprise, now), enterpriseName: enterprise.name });
}

function address(
  target: string,
  { name, creditCode }: { name: string; creditCode: string },
  now: Date,
): string {
  const to = new URL(target);
  const key = env().SOCIAL_INSURANCE_KEY;
  if (!key) return to.href;
  const seconds = Math.floor(now.getTime() / 1000);
  const claims = {
    iss: env().APP_URL,
    aud: to.origin,
    sub: creditCode,
    name,
    iat: seconds,
    exp: seconds + ASSERTION_SECONDS,
    jti: randomUUID(),
  };
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
  const signed = `${part({ alg: "HS256", typ: "JWT" })}.${part(claims)}`;
  const secret = Buffer.from(key, "base64url");
  const signature = createHmac("sha256", secret).update(signed).digest("base64url");
  to.searchParams.set("assertion", `${signed}.${signature}`);
  return to.href;
}
