import "server-only";
import { failure, type Result, success } from "@/lib/domain/result";
import { LOGIN_FLOW_MINUTES, type LoginFlowData, loginPath } from "@/lib/flows/login";
import type { FirstFactor } from "@/lib/schemas/login";
import { checkPersonalPassword } from "../accounts/check-password";
import { passwordMark } from "../accounts/password-mark";
import { servedRegion } from "../fixed-region";
import { createFlow } from "../flow-store";
import { verifyHumanCheck } from "../human-check";
import { verifyPassword } from "../password";
import type { RequestContext } from "../request";
import { admission } from "./admission";
import { findPersonByAccount } from "./person-lookup";

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
  const { account, personId } = person;
  const refused = await checkPersonalPassword(
    { ...account, personId },
    form.password,
    { action: "LOGIN_PASSWORD", code: "PASSWORD_WRONG", field: "password" },
    { region, now: context.now },
  );
  if (refused) return refused;
  const admitted = await admission(form, personId, region, context.now);
  if (!admitted.ok) return admitted;
  const data: LoginFlowData = {
    personId,
    accountId: account.id,
    identifierKind: person.identifierKind,
    phoneId: person.phoneId,
    enterpriseId: admitted.value.enterpriseId,
    projectKind: form.entry === "SPECIFIC" ? form.projectKind : null,
    mustChangePassword: account.passwordState !== "CHOSEN",
    secondFactor: null,
    app: form.app ?? null,
    scanned: null,
    passwordMark: passwordMark(account),
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
