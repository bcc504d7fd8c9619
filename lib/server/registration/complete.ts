import "server-only";
import { failure, type Problem, type Result, success } from "@/lib/domain/result";
import { registerPath, registerStep } from "@/lib/flows/register";
import { registerStepPath } from "@/lib/flows/register-pages";
import { startBinding } from "../binding/binding-flow";
import { isUniqueViolation, transaction } from "../db";
import { adoptReference } from "../face/references";
import { consumeFlow } from "../flow-store";
import { carryNotice } from "../notices/carry";
import { reveal } from "../protect";
import { becomePerson, type Completed, NotCompleted } from "./become-person";
import { isRegistered, type RegisterFlow, readRegisterFlow } from "./register-flow";

/**
 * 「完成注册」: in one transaction the person (a new one, or the one the registry or a hall knows), the account (new, or the closed
 * or invalid one again, R5), phone or mailbox, level, face, and the relations that waited (R7). Of several registrations of
 * one document, and of one user name, exactly one is completed. A second press leads to the same end.
 * Problems: `DOCUMENT_REGISTERED`, `USERNAME_TAKEN`, `EMAIL_IN_USE`, `PHONE_VERIFIED_BY_OTHER`, `IDENTITY_MISMATCH`, `TRY_AGAIN`.
 */
export async function completeRegistration(
  form: { region: string; flow: string; taxAuthority: string },
  { now }: { now: Date },
): Promise<Result<{ to: string }>> {
  const read = await readRegisterFlow(form.region, form.flow, now);
  const done = success({ to: registerStepPath(form.region, form.flow, "DONE") });
  if (!read.ok) return (await isRegistered(form.region, form.flow)) ? done : read;
  const flow = read.value;
  const { data, id, region, profile } = flow;
  const { details } = data;
  if (registerStep(data) !== "CONFIRM" || !details) {
    return success({ to: registerPath(region, id, data) });
  }
  if (data.holder) return bindAs(flow, data.holder.personId, now);
  const { taxAuthorities } = profile;
  if (taxAuthorities && !taxAuthorities.includes(form.taxAuthority)) {
    return failure("TAX_AUTHORITY_REQUIRED", { field: "taxAuthority" });
  }
  const taxAuthority = taxAuthorities ? form.taxAuthority : null;
  let completed: Completed;
  try {
    completed = await transaction((tx) => becomePerson(tx, flow, { details, taxAuthority }, now));
  } catch (error) {
    const problem = problemOf(error);
    if (!problem) throw error;
    // Pressed twice at once: the other press has finished it.
    return (await isRegistered(region, id)) ? done : { ok: false, problems: [problem] };
  }
  await carryNotice(completed.registered, { region, now });
  if (completed.takenOver) {
    const exceptPhones = [reveal("Flow.contact", details.contactCipher)];
    await carryNotice(completed.takenOver, { region, exceptPhones, now });
  }
  return data.enterpriseUser ? bindFor(region, completed.personId, now) : done;
}

/** Whoever has an account goes on to the enterprise, their proofs used up (云南 2.4.2(3) 说明 a). */
async function bindAs(
  { id, region }: RegisterFlow,
  personId: string,
  now: Date,
): Promise<Result<{ to: string }>> {
  const taken = await transaction(async (tx) => {
    if (!(await consumeFlow(tx, id, now))) return false;
    const { count } = await tx.verification.updateMany({
      where: { flowId: id, purpose: "REGISTER", verifiedAt: { not: null }, consumedAt: null },
      data: { consumedAt: now },
    });
    if (count === 0) throw new Error("the phone of a finished registration was not verified");
    await adoptReference(tx, { flowId: id, personId });
    await tx.flow.updateMany({ where: { id }, data: { data: "{}" } });
    return true;
  });
  return taken ? bindFor(region, personId, now) : failure("REGISTRATION_EXPIRED");
}

async function bindFor(region: string, personId: string, now: Date) {
  return success({ to: await startBinding(region, personId, now) });
}

/** What a completion that was undone is told; null for a bug. */
function problemOf(error: unknown): Problem | null {
  if (error instanceof NotCompleted) return error.problem;
  if (isUniqueViolation(error, "usernameKey")) return { code: "USERNAME_TAKEN" };
  if (isUniqueViolation(error, "emailIndex")) return { code: "EMAIL_IN_USE" };
  const sameDocument =
    isUniqueViolation(error, "documentNumberIndex") || isUniqueViolation(error, "personId");
  if (sameDocument) return { code: "DOCUMENT_REGISTERED" };
  return isUniqueViolation(error) ? { code: "TRY_AGAIN" } : null;
}
