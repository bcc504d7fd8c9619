import "server-only";
import { type Problem, type Result, success } from "@/lib/domain/result";
import { registerPath, registerStep, registerStepPath } from "@/lib/flows/register";
import { isUniqueViolation, transaction } from "../db";
import { carryNotice } from "../notices/carry";
import { reveal } from "../protect";
import { becomePerson, type Completed, NotCompleted } from "./become-person";
import { isRegistered, readRegisterFlow } from "./register-flow";

/**
 * 「完成注册」: in one transaction the person (a new one, or the one the registry or a hall knows), the account (new, or the closed
 * or invalid one again, R5), phone or mailbox, level, face, and the relations that waited (R7). Of several registrations of
 * one document, and of one user name, exactly one is completed. A second press leads to the same end.
 * Problems: `DOCUMENT_REGISTERED`, `USERNAME_TAKEN`, `EMAIL_IN_USE`, `PHONE_VERIFIED_BY_OTHER`, `IDENTITY_MISMATCH`, `TRY_AGAIN`.
 */
export async function completeRegistration(
  form: { region: string; flow: string },
  { now }: { now: Date },
): Promise<Result<{ to: string }>> {
  const read = await readRegisterFlow(form.region, form.flow, now);
  const done = success({ to: registerStepPath(form.region, form.flow, "DONE") });
  if (!read.ok) return (await isRegistered(form.region, form.flow)) ? done : read;
  const flow = read.value;
  const { data, id, region } = flow;
  const { details } = data;
  if (registerStep(data) !== "CONFIRM" || !details) {
    return success({ to: registerPath(region, id, data) });
  }
  let completed: Completed;
  try {
    completed = await transaction((tx) => becomePerson(tx, flow, details, now));
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
  return done;
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
