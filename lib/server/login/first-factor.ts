import "server-only";
import { failure, type Result, success } from "@/lib/domain/result";
import { LOGIN_FLOW_MINUTES, type LoginFlowData, loginPath } from "@/lib/flows/login";
import type { RegionProfile } from "@/lib/regions/types";
import type { FirstFactor } from "@/lib/schemas/login";
import { clearFailures, lockOf, refusedAttempt, takeAttempt } from "../accounts/lockout";
import { appendAudit } from "../audit";
import { db, transaction } from "../db";
import { servedRegion } from "../fixed-region";
import { createFlow } from "../flow-store";
import { verifyHumanCheck } from "../human-check";
import { verifyPassword } from "../password";
import type { RequestContext } from "../request";
import { admission } from "./admission";
import { findPersonByAccount, type NamedPerson } from "./person-lookup";

/**
 * First factor of a login at one of the four entries (L2): human check, person, password, then whether that person has
 * anything to enter with. Nobody is signed in by it; the answer leads to 身份验证.
 */
export async function submitFirstFactor(
  form: FirstFactor,
  context: RequestContext,
): Promise<Result<{ to: string }>> {
  const region = servedRegion(form.region);
  if (!region) return failure("REGION_UNKNOWN");
  if (!(await verifyHumanCheck(form.humanCheck))) {
    return failure("HUMAN_CHECK_FAILED", { field: "humanCheck" });
  }
  const person = await findPersonByAccount(form.account, form);
  if (person.personId === null) {
    await verifyPassword(null, form.password);
    return failure(person.code, { field: "account" });
  }
  const refused = await checkPassword(person, form.password, region, context.now);
  if (refused) return refused;
  const admitted = await admission(form, person.personId, region, context.now);
  if (!admitted.ok) return admitted;
  const data: LoginFlowData = {
    personId: person.personId,
    accountId: person.account.id,
    identifierKind: person.identifierKind,
    phoneId: person.phoneId,
    enterpriseId: admitted.value.enterpriseId,
    projectKind: form.entry === "SPECIFIC" ? form.projectKind : null,
    mustChangePassword: person.account.passwordState !== "CHOSEN",
    secondFactor: null,
    app: form.app ?? null,
    scanned: null,
  };
  const flow = await createFlow({
    kind: "LOGIN",
    region: region.slug,
    entry: form.entry,
    data,
    now: context.now,
    ttlMinutes: LOGIN_FLOW_MINUTES,
  });
  return success({ to: loginPath(region.slug, flow.id, data) });
}

/** Checks the personal password against the lock and the attempts left (K1, K5); null when it is right. */
async function checkPassword(
  person: NamedPerson,
  password: string,
  region: RegionProfile,
  now: Date,
) {
  const { id, passwordHash } = person.account;
  const lock = await lockOf(id, "PASSWORD", region, now);
  if (lock) return lock;
  if (!(await takeAttempt(id, "PASSWORD", now))) {
    return (await lockOf(id, "PASSWORD", region, now)) ?? failure("TRY_AGAIN");
  }
  if (await verifyPassword(passwordHash, password)) {
    await clearFailures(db, id, "PASSWORD");
    return null;
  }
  await transaction((tx) =>
    appendAudit(tx, {
      at: now,
      action: "LOGIN_PASSWORD",
      outcome: "REFUSED",
      region: region.slug,
      actorKind: "PERSON",
      actorId: person.personId,
      personId: person.personId,
    }),
  );
  return refusedAttempt(id, "PASSWORD", "PASSWORD_WRONG", { field: "password", region, now });
}
