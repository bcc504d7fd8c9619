import "server-only";
import { dayOf } from "@/lib/domain/china-time";
import { isGrantable } from "@/lib/domain/grantable-functions";
import { legacyStatus } from "@/lib/domain/legacy-rules";
import { maskDocumentNumber, maskPhone } from "@/lib/domain/masking";
import type { RelationStatus, Role } from "@/lib/domain/relation-rules";
import { failure, type Result, success } from "@/lib/domain/result";
import { roleLabel } from "@/lib/labels";
import type { AddPersonForm, SearchPersonForm } from "@/lib/schemas/personnel";
import { appendAudit } from "../audit";
import { db, type Tx } from "../db";
import { handlerPasswordProblem } from "../legacy/handler-secret";
import { COLLECTED_LEVEL } from "../legacy/handlers";
import { clearSecret } from "../legacy/secret-attempts";
import { notify } from "../notices/notify";
import { hashPassword } from "../password";
import { reveal } from "../protect";
import { tickedIdentities } from "../relations/add-handler";
import { RELATION_VERBS } from "../relations/change";
import { type Manager, stillManaging } from "../relations/managing";
import { mayOpen, openingTransaction } from "../relations/open";
import { namedPerson } from "../relations/registered-person";
import { personnelManager, type SignedIn } from "./access";
import { tellHandler } from "./tell";

const STAFF: Role[] = ["TAX_HANDLER", "INVOICE_CLERK"];

const columns = {
  id: true,
  personId: true,
  role: true,
  primary: true,
  status: true,
  living: true,
  validTo: true,
  legacyOnly: true,
  inRegistry: true,
  registryMobileCipher: true,
  registryMobileIndex: true,
  registryLandlineCipher: true,
  person: {
    select: {
      name: true,
      documentNumberCipher: true,
      faceBeforeAdding: true,
      account: { select: { status: true } },
      phones: { where: { isDefault: true }, select: { numberCipher: true } },
    },
  },
} as const;

/** The entry of the registry behind a person who can be added. */
type Candidate = Awaited<ReturnType<typeof registryEntries>>[number];

/** A person found, as the manager sees them before adding. */
export type FoundPerson = {
  name: string;
  maskedDocumentNumber: string;
  maskedPhone: string | null;
  role: Role;
  primary: boolean;
};

/** 「搜索」 of 添加办税人员 (OL5, 辽宁 二(一)8). Problems as of `addPerson`, but nothing changes. */
export async function searchPerson(
  form: SearchPersonForm,
  { session, now }: SignedIn,
): Promise<Result<FoundPerson>> {
  const found = await candidate(form, { session, now });
  if (!found.ok) return found;
  const { person, role, primary } = found.value.candidate;
  const number = reveal("Person.documentNumber", person.documentNumberCipher);
  const phone = phoneOf(found.value.candidate);
  return success({
    name: person.name,
    maskedDocumentNumber: maskDocumentNumber(number),
    maskedPhone: phone && maskPhone(phone),
    role,
    primary,
  });
}

/**
 * 「确定」 of 添加办税人员: somebody the registry lists as handler or clerk of this enterprise, and who was collected, may act at this
 * bureau's old entry from now on; elsewhere they are asked first (O1). Their password is the manager's until its first use.
 * Problems: those of `personnelManager`; HANDLER_NOT_COLLECTED_HERE for everybody else alike and HANDLER_ATTEMPTS_EXCEEDED (B10);
 * FACE_ASKED_BEFORE_ADDING, OWN_AUTHORIZATION, HANDLER_SET_UP_ALREADY, PERMISSION_IDENTITY_NOT_FOUND, FUNCTION_UNKNOWN; K3 at
 * `newPassword`.
 */
export async function addPerson(form: AddPersonForm, { session, now }: SignedIn): Promise<Result> {
  const found = await candidate(form, { session, now });
  if (!found.ok) return found;
  const { manager, candidate: entry } = found.value;
  const codes = [...new Set(form.functions)];
  if (!codes.every(isGrantable)) return failure("FUNCTION_UNKNOWN", { field: "functions" });
  const { personId } = entry;
  const { enterprise, region } = manager;
  const owner = { personId, enterpriseId: enterprise.id, phone: phoneOf(entry), hash: null };
  const problem = await handlerPasswordProblem(form.newPassword, owner);
  if (problem) return failure(problem, { field: "newPassword" });
  const passwordHash = await hashPassword(form.newPassword);
  const done = await openingTransaction<Added>(async (tx) => {
    if (!(await stillManaging(tx, manager))) return failure("ONLY_MANAGERS");
    const identities = await tickedIdentities(tx, form.identities, enterprise.id);
    if (!identities) return failure("PERMISSION_IDENTITY_NOT_FOUND");
    const relationId = await setUp(tx, entry, manager, passwordHash);
    if (!relationId) return failure("RELATION_CHANGED");
    await giveFunctions(tx, relationId, { identities, codes, grantedById: manager.personId });
    const message = await ask(tx, entry, { relationId, enterprise: enterprise.name }, now);
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
      detail: { role: entry.role, legacyOnly: true },
    });
    return success({ relationId, message });
  });
  if (!done.ok) return done;
  const { relationId, message } = done.value;
  await tellHandler(message, { relationId, region, now });
  return success();
}

type Added = { relationId: string; message: string };

/** The manager, and whom their form names. */
async function candidate(
  named: SearchPersonForm,
  { session, now }: Pick<SignedIn, "session" | "now">,
): Promise<Result<{ manager: Manager; candidate: Candidate }>> {
  const managed = personnelManager(session, named.identityVersion, { now, adding: "ADDING" });
  if (!managed.ok) return managed;
  const manager = managed.value;
  const enterpriseId = manager.enterprise.id;
  const where = {
    OR: [{ realNameLevel: { gte: COLLECTED_LEVEL } }, { collections: { some: {} } }],
    relations: { some: { enterpriseId, inRegistry: true, role: { in: STAFF } } },
  };
  const rule = { where, refusal: "HANDLER_NOT_COLLECTED_HERE" };
  const person = await namedPerson(named, rule, manager, now);
  if (!person.ok) return person;
  const entries = await registryEntries(person.value, enterpriseId);
  const addable = entries.find((entry) => !isSetUp(entry, now));
  if (!addable) return failure("HANDLER_SET_UP_ALREADY");
  const own = person.value === session.personId;
  const allowed = mayOpen({ as: manager.role, own, role: addable.role });
  if (!allowed.ok) return allowed;
  if (addable.person.faceBeforeAdding) return failure("FACE_ASKED_BEFORE_ADDING");
  return success({ manager, candidate: addable });
}

/** What the registry lists a person as: the newest entry of each role; who was removed here is still listed there. */
async function registryEntries(personId: string, enterpriseId: string) {
  const rows = await db.relation.findMany({
    where: { personId, enterpriseId, role: { in: STAFF } },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    select: columns,
  });
  return STAFF.flatMap((role) => rows.find((row) => row.role === role && row.inRegistry) ?? []);
}

/** Set up here already, or asked for by the person themself: nothing to add. */
function isSetUp(entry: Candidate, now: Date): boolean {
  if (!entry.living) return false;
  const settled: RelationStatus[] = ["ACTIVE", "PENDING_ENTERPRISE"];
  return settled.includes(legacyStatus(entry, dayOf(now)));
}

function phoneOf({ registryMobileCipher, person }: Candidate): string | null {
  if (registryMobileCipher) return reveal("Relation.registryMobile", registryMobileCipher);
  const [phone] = person.phones;
  return phone ? reveal("Phone.number", phone.numberCipher) : null;
}

/** Puts a registered entry into use at the old entry, or opens it anew after it was removed; null when it changed meanwhile. */
async function setUp(
  tx: Tx,
  entry: Candidate,
  { enterprise }: Manager,
  passwordHash: string,
): Promise<string | null> {
  const { id, personId, role, primary, person } = entry;
  const data = {
    status: person.account?.status === "ACTIVE" ? "PENDING_PERSON" : "REGISTERED",
    legacyOnly: true,
    handlerPasswordHash: passwordHash,
    handlerPasswordState: "INITIAL",
    handlerPasswordExpiresAt: null,
    passwordBound: false,
  } as const;
  if (!entry.living) {
    const { registryMobileCipher, registryMobileIndex, registryLandlineCipher } = entry;
    const registry = { registryMobileCipher, registryMobileIndex, registryLandlineCipher };
    const made = await tx.relation.create({
      data: {
        ...data,
        ...registry,
        personId,
        enterpriseId: enterprise.id,
        role,
        primary,
        living: true,
        source: "REGISTRY",
      },
      select: { id: true },
    });
    return made.id;
  }
  const { status, validTo, legacyOnly } = entry;
  const { count } = await tx.relation.updateMany({
    where: { id, status, validTo, legacyOnly, living: true, inRegistry: true },
    data: { ...data, validTo: null, frozenAt: null },
  });
  if (count === 0) return null;
  await clearSecret(tx, { kind: "HANDLER", id });
  return id;
}

/** 身份信息 and 管理权限: what they may use, never the managing of people. */
async function giveFunctions(
  tx: Tx,
  relationId: string,
  {
    identities,
    codes,
    grantedById,
  }: { identities: string[]; codes: string[]; grantedById: string },
): Promise<void> {
  await tx.relationPermissionIdentity.deleteMany({ where: { relationId } });
  await tx.relationPermissionIdentity.createMany({
    data: identities.map((permissionIdentityId) => ({ relationId, permissionIdentityId })),
  });
  await tx.functionGrant.deleteMany({ where: { relationId } });
  await tx.functionGrant.createMany({
    data: codes.map((functionCode) => ({ relationId, functionCode, grantedById })),
  });
}

/** The message, and with an account the 待办 to confirm for everywhere else; returns the message's id. */
async function ask(
  tx: Tx,
  { personId, role, primary, person }: Candidate,
  { relationId, enterprise }: { relationId: string; enterprise: string },
  now: Date,
): Promise<string> {
  const open = { kind: "AUTHORIZATION_OFFERED", subjectId: relationId, personId, doneAt: null };
  const asked = (await tx.todo.count({ where: open })) > 0;
  if (!asked && person.account?.status === "ACTIVE") {
    await tx.todo.create({ data: { ...open, createdAt: now }, select: { id: true } });
  }
  const params = { enterprise, role: roleLabel(role, primary) };
  return notify(tx, { personId, kind: "LEGACY_HANDLER_ADDED", params }, now);
}
