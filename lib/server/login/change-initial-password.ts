import "server-only";
import { checkPassword } from "@/lib/domain/password-rule";
import { failure, type Problem, type Result, success } from "@/lib/domain/result";
import { loginStep } from "@/lib/flows/login";
import { appSlug } from "@/lib/regions/apps";
import { appendAudit } from "../audit";
import { db, transaction } from "../db";
import { consumeFlow } from "../flow-store";
import { hashPassword, verifyPassword } from "../password";
import { reveal } from "../protect";
import { revokeSessions } from "../session-store";
import { readLoginFlow } from "./login-flow";

/**
 * Replaces the initial password (初始密码) after both factors; the login ends there and begins anew with the new one
 * (青岛 8).
 */
export async function changeInitialPassword(
  form: { region: string; flow: string; newPassword: string },
  { now }: { now: Date },
): Promise<Result<{ to: string }>> {
  const flow = await readLoginFlow(form.region, form.flow, now);
  if (!flow.ok) return flow;
  const { data, id, region } = flow.value;
  if (loginStep(data) !== "CHANGE_PASSWORD") return failure("FLOW_EXPIRED");
  const problems = await passwordProblems(data.accountId, form.newPassword);
  if (problems.length > 0) return { ok: false, problems };
  const passwordHash = await hashPassword(form.newPassword);
  const changed = await transaction(async (tx) => {
    if (!(await consumeFlow(tx, id, now))) return false;
    const { count } = await tx.account.updateMany({
      where: { id: data.accountId, status: "ACTIVE", passwordState: "INITIAL" },
      data: { passwordHash, passwordState: "CHOSEN", passwordChangedAt: now },
    });
    if (count === 0) return false;
    await revokeSessions(tx, { personId: data.personId }, "PASSWORD_CHANGED", now);
    await appendAudit(tx, {
      at: now,
      action: "CHANGE_INITIAL_PASSWORD",
      outcome: "OK",
      region,
      actorKind: "PERSON",
      actorId: data.personId,
      personId: data.personId,
    });
    return true;
  });
  if (!changed) return failure("FLOW_EXPIRED");
  const login = data.app ? `/app/${appSlug(data.app)}/login` : `/${region}/login`;
  return success({ to: `${login}?reason=PASSWORD_CHANGED` });
}

/** K3 with everything the bureau knows of the owner; the field's problems. */
async function passwordProblems(accountId: string, newPassword: string): Promise<Problem[]> {
  const account = await db.account.findUniqueOrThrow({
    where: { id: accountId },
    select: {
      passwordHash: true,
      username: true,
      person: {
        select: { documentNumberCipher: true, phones: { select: { numberCipher: true } } },
      },
    },
  });
  const { person } = account;
  const [code] = checkPassword(newPassword, {
    documentNumber: reveal("Person.documentNumber", person.documentNumberCipher),
    phones: person.phones.map((phone) => reveal("Phone.number", phone.numberCipher)),
    username: account.username,
  });
  if (code) return [{ code, field: "newPassword" }];
  const same = await verifyPassword(account.passwordHash, newPassword);
  return same ? [{ code: "PASSWORD_SAME", field: "newPassword" }] : [];
}
