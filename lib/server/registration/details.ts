import "server-only";
import { checkPassword } from "@/lib/domain/password-rule";
import { collectedFirst, knowsPhone, skipsFace } from "@/lib/domain/registration-rules";
import { failure, type Problem, type Result, success } from "@/lib/domain/result";
import { type RegisterFlowData, registerPath } from "@/lib/flows/register";
import type { RegisterAccessForm, RegisterDetailsForm } from "@/lib/schemas/register";
import { usernameProblem } from "../accounts/username";
import { db, transaction } from "../db";
import { hashPassword } from "../password";
import { blindIndex, protect, reveal } from "../protect";
import { codeProblem, tryCode } from "../verification/codes";
import { contactMethod, registrationCodeProblem } from "./contact";
import { findRegistering, type Registering } from "./known-person";
import { currentRegistration, readRegisterFlow, writeRegistration } from "./register-flow";

type At = { now: Date };

/**
 * 基本信息填写: the code proves the phone (or for 境外自然人 the mailbox), the password follows K3, a user name is free. The code is
 * tried last, so that a mistake elsewhere does not use it up. Sent again after it is done, it leads on and changes nothing.
 * Problems: those of the code, of the password and `USERNAME_TAKEN`, `PHONE_NOT_COLLECTED`, `EMAIL_IN_USE`.
 */
export async function submitDetails(
  form: RegisterDetailsForm,
  { now }: At,
): Promise<Result<{ to: string }>> {
  const read = await readRegisterFlow(form.region, form.flow, now);
  if (!read.ok) return read;
  const { id, data, region } = read.value;
  if (data.details) return success({ to: registerPath(region, id, data) });
  const person = await findRegistering(data);
  const method = contactMethod(data);
  const problems = await accessProblems(form, form.contact, data, person);
  if (problems.length > 0) return { ok: false, problems };
  const key = { flowId: id, purpose: "REGISTER" as const, method };
  const contactIndex = blindIndex(method === "SMS" ? "phone" : "email", form.contact);
  const unsent = (await codeProblem(key, now)) ?? (await sentElsewhere(key, contactIndex));
  if (unsent) return codeRefused(unsent, form, now);
  const passwordHash = await hashPassword(form.newPassword);
  const details = {
    contactCipher: protect("Flow.contact", form.contact),
    contactIndex,
    passwordHash,
    username: form.username || null,
  };
  const skips = skipsFace(person, contactIndex);
  const face = data.face === "NEEDED" && skips ? "SKIPPED" : data.face;
  const proved: RegisterFlowData = { ...data, details, face };
  // Told to nobody but who reads the mailbox.
  const taken = data.overseas && (await mailboxTaken(contactIndex, person));
  const outcome = await transaction(async (tx) => {
    const current = await currentRegistration(tx, id, now);
    if (!current || current.data.details) return "CODE_USED";
    const tried = await tryCode(tx, key, form.code, now);
    if (tried !== "VERIFIED") return tried;
    if (taken) return "EMAIL_IN_USE";
    const written = await writeRegistration(tx, { id, from: current.text, to: proved }, now);
    return written ? tried : "CODE_USED";
  });
  if (outcome === "EMAIL_IN_USE") return failure(outcome, { field: "contact" });
  if (outcome === "VERIFIED") return success({ to: registerPath(region, id, proved) });
  return codeRefused(outcome, form, now);
}

/** What a code that proved nothing is told. Pressed twice at once, the other press has proved it: that leads on. */
async function codeRefused(
  code: string,
  { region, flow }: { region: string; flow: string },
  now: Date,
): Promise<Result<{ to: string }>> {
  const read = code === "CODE_USED" ? await readRegisterFlow(region, flow, now) : null;
  return read?.ok && read.value.data.details
    ? success({ to: registerPath(region, flow, read.value.data) })
    : registrationCodeProblem(code);
}

/** The same page once more, the phone or mailbox being verified: another password or user name. */
export async function changeAccess(
  form: RegisterAccessForm,
  { now }: At,
): Promise<Result<{ to: string }>> {
  const read = await readRegisterFlow(form.region, form.flow, now);
  if (!read.ok) return read;
  const { id, data, region } = read.value;
  if (!data.details || data.holder) return success({ to: registerPath(region, id, data) });
  const contact = reveal("Flow.contact", data.details.contactCipher);
  const problems = await accessProblems(form, contact, data, await findRegistering(data));
  if (problems.length > 0) return { ok: false, problems };
  const passwordHash = await hashPassword(form.newPassword);
  const written = await transaction(async (tx) => {
    const current = await currentRegistration(tx, id, now);
    if (!current?.data.details) return null;
    const details = { ...current.data.details, passwordHash, username: form.username || null };
    const to: RegisterFlowData = { ...current.data, details };
    return (await writeRegistration(tx, { id, from: current.text, to }, now)) ? to : null;
  });
  return written ? success({ to: registerPath(region, id, written) }) : failure("TRY_AGAIN");
}

/** What is wrong with password, user name and phone, each at its field. */
export async function accessProblems(
  { newPassword, username }: Pick<RegisterDetailsForm, "newPassword" | "username">,
  contact: string,
  data: RegisterFlowData,
  person: Registering | null,
): Promise<Problem[]> {
  const problems: Problem[] = [];
  const phones = data.overseas ? [] : [contact];
  const documentNumber = reveal("Person.documentNumber", data.documentNumberCipher);
  // The code of a passport's holder goes to the phone given at the hall: nothing else ties them to the passport (山东 7).
  const unknownPhone =
    !data.overseas &&
    collectedFirst(data.documentType) &&
    !(person && knowsPhone(person, blindIndex("phone", contact)));
  if (unknownPhone) problems.push({ code: "PHONE_NOT_COLLECTED", field: "contact" });
  const [code] = checkPassword(newPassword, { documentNumber, phones, username: username || null });
  if (code) problems.push({ code, field: "newPassword" });
  const taken = username && (await usernameProblem(username, person?.id ?? null));
  if (taken) problems.push({ code: taken, field: "username" });
  return problems;
}

async function mailboxTaken(emailIndex: string, person: Registering | null): Promise<boolean> {
  const holder = await db.account.findUnique({ where: { emailIndex }, select: { personId: true } });
  return holder !== null && holder.personId !== person?.id;
}

/** The code that was sent belongs to another phone or mailbox than the one typed now. */
async function sentElsewhere(
  key: Parameters<typeof codeProblem>[0],
  contactIndex: string,
): Promise<"CODE_NOT_SENT" | null> {
  const row = await db.verification.findUnique({
    where: { flowId_purpose_method: key },
    select: { targetIndex: true },
  });
  return row?.targetIndex === contactIndex ? null : "CODE_NOT_SENT";
}
