import "server-only";
import type { Prisma } from "@/generated/sqlite/client";
import { failure, type Result, success } from "@/lib/domain/result";
import { roleLabel } from "@/lib/labels";
import type { CreateUserForm, NamedUserForm } from "@/lib/schemas/grants";
import { appendAudit } from "../audit";
import { db, type Tx } from "../db";
import { handlerPasswordProblem } from "../legacy/handler-secret";
import { clearSecret } from "../legacy/secret-attempts";
import { hashPassword } from "../password";
import { offer } from "../relations/add-handler";
import { RELATION_VERBS } from "../relations/change";
import { type Manager, stillManaging } from "../relations/managing";
import { mayOpen, openingTransaction } from "../relations/open";
import { namedPerson } from "../relations/registered-person";
import { carryAll } from "../relations/tell";
import { grantsManager, type SignedIn } from "./access";
import { COLLECTED } from "./users";

/** What a new user may use until something else is granted: 「我要办税」 (云南 3.4.2 备注). */
export const FIRST_FUNCTIONS = ["tax"];

/** Who is to become a user: by name and document, or as one of the registry's own. */
type Whom = Omit<NamedUserForm, "identityVersion">;
type Candidate = { personId: string; name: string };

/**
 * 「创建用户」 of somebody named (云南 3.4.1(2)): are they there, collected, and not a user yet? Nothing changes. Problems: those of
 * `grantsManager`, USER_NOT_COLLECTED for everybody else alike and HANDLER_ATTEMPTS_EXCEEDED (B10), USER_ASKS_FOR_FACE,
 * OWN_AUTHORIZATION, USER_EXISTS, RELATION_WAITS_ALREADY.
 */
export async function findUser(
  { identityVersion, ...whom }: NamedUserForm,
  { session, now }: SignedIn,
): Promise<Result<{ name: string }>> {
  const manager = grantsManager(session, identityVersion, { now, adding: "ADDING" });
  if (!manager.ok) return manager;
  const found = await candidate(whom, manager.value, now);
  return found.ok ? success({ name: found.value.name }) : found;
}

/**
 * 「确认」 of the new user's password (云南 3.4.1(3)): they may act at this bureau's old entry from now on; elsewhere they are asked
 * first (O1). The password is the enterprise's until its first use, and never the person's own. Problems: those of
 * `findUser`; K3, PASSWORD_IS_ENTERPRISE at `newPassword`.
 */
export async function createUser(
  { identityVersion, newPassword, ...whom }: CreateUserForm,
  { session, now }: SignedIn,
): Promise<Result> {
  const managed = grantsManager(session, identityVersion, { now, adding: "ADDING" });
  if (!managed.ok) return managed;
  const manager = managed.value;
  const found = await candidate(whom, manager, now);
  if (!found.ok) return found;
  const { personId } = found.value;
  const { enterprise, region } = manager;
  const owner = { personId, enterpriseId: enterprise.id, phone: null, hash: null };
  const problem = await handlerPasswordProblem(newPassword, owner);
  if (problem) return failure(problem, { field: "newPassword" });
  const handlerPasswordHash = await hashPassword(newPassword);
  const done = await openingTransaction<string>(async (tx) => {
    if (!(await stillManaging(tx, manager))) return failure("ONLY_MANAGERS");
    const opened = await openUser(tx, {
      personId,
      enterpriseId: enterprise.id,
      handlerPasswordHash,
    });
    if (!opened.ok) return opened;
    const { id: relationId, role, primary } = opened.value;
    await clearSecret(tx, { kind: "HANDLER", id: relationId });
    await tx.functionGrant.deleteMany({ where: { relationId } });
    await tx.functionGrant.createMany({
      data: FIRST_FUNCTIONS.map((functionCode) => ({
        relationId,
        functionCode,
        grantedById: manager.personId,
      })),
    });
    const params = { enterprise: enterprise.name, role: roleLabel(role, primary) };
    const message = await offer(tx, { personId, relationId, params }, now);
    await appendAudit(tx, {
      at: now,
      action: RELATION_VERBS.ADD,
      outcome: "OK",
      region,
      actorKind: "PERSON",
      actorId: manager.personId,
      personId,
      enterpriseId: enterprise.id,
      subjectKind: "Relation",
      subjectId: relationId,
      detail: { role, legacyOnly: true },
    });
    return success(message);
  });
  if (!done.ok) return done;
  await carryAll([done.value], region, now);
  return success();
}

async function candidate(
  { relationId, ...named }: Whom,
  manager: Manager,
  now: Date,
): Promise<Result<Candidate>> {
  const enterpriseId = manager.enterprise.id;
  const personId = relationId
    ? await registered(relationId, enterpriseId)
    : await byDocument(named, manager, now);
  if (!personId.ok) return personId;
  const own = personId.value === manager.personId;
  const allowed = mayOpen({ as: manager.role, own, role: "TAX_HANDLER" });
  if (!allowed.ok) return allowed;
  const { name, faceBeforeAdding, relations } = await db.person.findUniqueOrThrow({
    where: { id: personId.value },
    select: {
      name: true,
      faceBeforeAdding: true,
      relations: { where: { enterpriseId, living: true }, select: livingColumns },
    },
  });
  // B10: nobody is added over the head of who asked for a face; 企业用户注册 proves it.
  if (faceBeforeAdding) return failure("USER_ASKS_FOR_FACE");
  const problem = standingProblem(relations);
  return problem ? failure(problem) : success({ personId: personId.value, name });
}

async function registered(id: string, enterpriseId: string): Promise<Result<string>> {
  const row = await db.relation.findFirst({
    where: { id, enterpriseId, living: true, inRegistry: true, person: COLLECTED },
    select: { personId: true },
  });
  return row ? success(row.personId) : failure("AUTHORIZATION_NOT_FOUND");
}

function byDocument(
  { name, documentType, documentNumber }: Omit<Whom, "relationId">,
  manager: Manager,
  now: Date,
): Promise<Result<string>> {
  const rule = { where: COLLECTED, refusal: "USER_NOT_COLLECTED" };
  return namedPerson({ name, documentType, documentNumber }, rule, manager, now);
}

const livingColumns = {
  id: true,
  role: true,
  primary: true,
  status: true,
  legacyOnly: true,
  inRegistry: true,
} as const;

type Living = Prisma.RelationGetPayload<{ select: typeof livingColumns }>;

/** Whoever is bound or was added is a user already, in whatever role; what they asked for themself is decided first. */
function standingProblem(
  relations: readonly Living[],
): "USER_EXISTS" | "RELATION_WAITS_ALREADY" | null {
  if (relations.some(({ status, legacyOnly }) => status === "ACTIVE" || legacyOnly)) {
    return "USER_EXISTS";
  }
  const asked = relations.some(({ status, inRegistry }) => status !== "REGISTERED" && !inRegistry);
  return asked ? "RELATION_WAITS_ALREADY" : null;
}

/** Puts the registry's entry into use, or opens a handler's relation; what the registry told of one that was removed stays. */
async function openUser(
  tx: Tx,
  given: { personId: string; enterpriseId: string; handlerPasswordHash: string },
): Promise<Result<Pick<Living, "id" | "role" | "primary">>> {
  const { personId, enterpriseId, handlerPasswordHash } = given;
  const rows = await tx.relation.findMany({
    where: { personId, enterpriseId, living: true },
    select: livingColumns,
  });
  const problem = standingProblem(rows);
  if (problem) return failure(problem);
  const account = await tx.account.count({ where: { personId, status: "ACTIVE" } });
  const data = {
    status: account > 0 ? ("PENDING_PERSON" as const) : ("REGISTERED" as const),
    legacyOnly: true,
    handlerPasswordHash,
    handlerPasswordState: "INITIAL" as const,
    passwordBound: false,
  };
  const staff = rows.find(({ role }) => role === "TAX_HANDLER" || role === "INVOICE_CLERK");
  if (staff) {
    const { count } = await tx.relation.updateMany({
      where: { id: staff.id, living: true, status: staff.status, legacyOnly: false },
      data,
    });
    return count === 1 ? success(staff) : failure("RELATION_CHANGED");
  }
  const former = await tx.relation.findFirst({
    where: { personId, enterpriseId, role: "TAX_HANDLER", inRegistry: true },
    orderBy: { id: "desc" },
    select: { registryMobileCipher: true, registryMobileIndex: true, registryLandlineCipher: true },
  });
  const made = await tx.relation.create({
    data: {
      ...data,
      ...former,
      personId,
      enterpriseId,
      role: "TAX_HANDLER",
      living: true,
      source: "LEGACY",
      inRegistry: former !== null,
    },
    select: { id: true, role: true, primary: true },
  });
  return success(made);
}
