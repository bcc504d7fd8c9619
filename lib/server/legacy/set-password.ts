import "server-only";
import { checkPassword } from "@/lib/domain/password-rule";
import { failure, type Result } from "@/lib/domain/result";
import { type LegacyFlowData, legacyStep } from "@/lib/flows/legacy-login";
import { appendAudit } from "../audit";
import { db, type Tx, transaction } from "../db";
import { hashPassword, verifyPassword } from "../password";
import { reveal } from "../protect";
import { finishLegacyLogin } from "./finish";
import { findHandler } from "./handlers";
import { type LegacyEntry, readLegacyFlow } from "./legacy-flow";
import { clearSecret } from "./secret-attempts";

/**
 * 「保存」 of 个人登录密码: demanded at the first 普通登录, which sets the enterprise up, and in place of one a manager set (O1).
 * It may not be the enterprise's password (辽宁 二(一)4). Problems at `newPassword`.
 */
export async function setHandlerPassword(
  form: { region: string; flow: string; newPassword: string },
  { now }: { now: Date },
): Promise<Result<{ to: string }>> {
  const flow = await readLegacyFlow(form.region, form.flow, "LOGIN", now);
  if (!flow.ok) return flow;
  const { id, data, entry } = flow.value;
  if (legacyStep(data, entry) !== "SET_PASSWORD" || !data.handler) return failure("FLOW_EXPIRED");
  const { enterpriseId } = data;
  const handler = await findHandler({ enterpriseId, entry, id: data.handler.id }, now);
  if (!handler) return failure("FLOW_EXPIRED");
  if (handler.problem) return failure(handler.problem);
  const problem = await passwordProblem(form.newPassword, enterpriseId, handler);
  if (problem) return failure(problem, { field: "newPassword" });
  const hash = await hashPassword(form.newPassword);
  const next: LegacyFlowData<"LOGIN"> = { ...data, mustSetPassword: false };
  const saved = await transaction(async (tx) => {
    const { count } = await tx.flow.updateMany({
      where: { id, consumedAt: null, data: { contains: '"mustSetPassword":true' } },
      data: { data: JSON.stringify(next) },
    });
    if (count === 0) return false;
    await store(tx, entry, handler.id, hash);
    if (data.first) {
      await tx.enterprise.updateMany({
        where: { id: enterpriseId, legacySetUpAt: null },
        data: { legacySetUpAt: now },
      });
    }
    await clearSecret(tx, { kind: "HANDLER", id: handler.id });
    await appendAudit(tx, {
      at: now,
      action: "LEGACY_SET_HANDLER_PASSWORD",
      outcome: "OK",
      region: form.region,
      actorKind: "PERSON",
      actorId: handler.personId,
      personId: handler.personId,
      enterpriseId,
      subjectKind: "Handler",
      subjectId: handler.id,
      detail: { first: data.first },
    });
    return true;
  });
  return saved ? finishLegacyLogin({ ...flow.value, data: next }) : failure("FLOW_EXPIRED");
}

async function store(tx: Tx, entry: LegacyEntry, id: string, hash: string): Promise<void> {
  if (entry === "AGENCY") {
    await tx.agencyStaff.updateMany({ where: { id }, data: { handlerPasswordHash: hash } });
    return;
  }
  await tx.relation.updateMany({
    where: { id, living: true },
    data: { handlerPasswordHash: hash, handlerPasswordState: "CHOSEN" },
  });
}

/** K3 with what is known of the person; neither the former one nor the enterprise's own. */
async function passwordProblem(
  typed: string,
  enterpriseId: string,
  {
    personId,
    phone,
    password,
  }: { personId: string; phone: string | null; password: { hash: string | null } },
): Promise<string | null> {
  const person = await db.person.findUniqueOrThrow({
    where: { id: personId },
    select: { documentNumberCipher: true, account: { select: { username: true } } },
  });
  const [code] = checkPassword(typed, {
    documentNumber: reveal("Person.documentNumber", person.documentNumberCipher),
    phones: phone ? [phone] : [],
    username: person.account?.username,
  });
  if (code) return code;
  if (password.hash && (await verifyPassword(password.hash, typed))) return "PASSWORD_SAME";
  const { enterprisePasswordHash } = await db.enterprise.findUniqueOrThrow({
    where: { id: enterpriseId },
    select: { enterprisePasswordHash: true },
  });
  const same = await verifyPassword(enterprisePasswordHash, typed);
  return same ? "PASSWORD_IS_ENTERPRISE" : null;
}
