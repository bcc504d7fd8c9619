import "server-only";
import { maskPhone } from "@/lib/domain/masking";
import { EMAIL_LEVEL, FACE_LEVEL } from "@/lib/domain/registration-rules";
import type { Problem } from "@/lib/domain/result";
import type { RegisterFlowData } from "@/lib/flows/register";
import { appendAudit } from "../audit";
import type { Tx } from "../db";
import { adoptReference } from "../face/references";
import { consumeFlow } from "../flow-store";
import { notify } from "../notices/notify";
import { ownPhone } from "../phones/own-phone";
import { protect, reveal } from "../protect";
import { identityProblem } from "./begin";
import { bindWaitingRelations } from "./bind-relations";
import { findRegistering } from "./known-person";
import { openAccount } from "./open-account";
import type { RegisterFlow } from "./register-flow";

type Details = NonNullable<RegisterFlowData["details"]>;

/** Undoes a completion that cannot be finished; its problem is the answer. */
export class NotCompleted extends Error {
  constructor(readonly problem: Problem) {
    super(problem.code);
  }
}

/** Messages to carry once the completion is through. */
export type Completed = {
  personId: string;
  registered: string;
  /** To the former owner of the phone (B15). */
  takenOver: string | null;
};

/**
 * All that a completed registration changes, in the caller's transaction: flow and proof used up, person, account, phone or mailbox,
 * level, face, relations, messages.
 * @throws NotCompleted when any of it may not be
 */
export async function becomePerson(
  tx: Tx,
  { id, data, region }: RegisterFlow,
  { details, taxAuthority }: { details: Details; taxAuthority: string | null },
  now: Date,
): Promise<Completed> {
  if (!(await consumeFlow(tx, id, now))) throw new NotCompleted({ code: "REGISTRATION_EXPIRED" });
  const known = await findRegistering(data, tx);
  const problem = identityProblem(data, known);
  if (problem) throw new NotCompleted({ code: problem.code });
  const { overseas } = data;
  const verifiedAt = await spendProof(tx, id, overseas ? "EMAIL" : "SMS", now);
  const personId = known?.id ?? (await createPerson(tx, data));
  const contact = reveal("Flow.contact", details.contactCipher);
  const { passwordHash, username, contactIndex } = details;
  const email = overseas
    ? { emailCipher: protect("Account.email", contact), emailIndex: contactIndex }
    : null;
  const opening = { personId, passwordHash, username, email, taxAuthority };
  const account = await openAccount(tx, opening, now);
  if (!account) throw new NotCompleted({ code: "DOCUMENT_REGISTERED" });
  await raiseLevel(tx, personId, overseas ? EMAIL_LEVEL : FACE_LEVEL);
  const formerOwner = overseas
    ? null
    : await takePhone(tx, { personId, number: contact, numberIndex: contactIndex }, verifiedAt);
  if (data.face === "PASSED")
    await recordCollection(tx, { personId, region, contact, details }, now);
  await adoptReference(tx, { flowId: id, personId });
  const relations = overseas ? 0 : await bindWaitingRelations(tx, personId, now);
  // What was typed has become an account: the flow has no use for it any more.
  await tx.flow.updateMany({ where: { id }, data: { data: "{}" } });
  const registered = await notify(tx, { personId, kind: "ACCOUNT_REGISTERED" }, now);
  const params = { phone: maskPhone(contact) };
  const takenOver =
    formerOwner &&
    (await notify(tx, { personId: formerOwner, kind: "PHONE_TAKEN_OVER", params }, now));
  await appendAudit(tx, {
    at: now,
    action: "REGISTER",
    outcome: "OK",
    region,
    actorKind: "PERSON",
    actorId: personId,
    personId,
    detail: {
      documentType: data.documentType,
      overseas,
      face: data.face,
      account,
      relations,
      phoneTakenOver: formerOwner !== null,
      ...(taxAuthority && { taxAuthority }),
    },
  });
  return { personId, registered, takenOver };
}

/** Uses up the proof that phone or mailbox was verified in this registration; when that was. */
async function spendProof(
  tx: Tx,
  flowId: string,
  method: "SMS" | "EMAIL",
  now: Date,
): Promise<Date> {
  const key = { flowId, purpose: "REGISTER" as const, method };
  const { count } = await tx.verification.updateMany({
    where: { ...key, verifiedAt: { not: null }, consumedAt: null },
    data: { consumedAt: now },
  });
  const row = await tx.verification.findUnique({
    where: { flowId_purpose_method: key },
    select: { verifiedAt: true },
  });
  if (count !== 1 || !row?.verifiedAt) throw new NotCompleted({ code: "REGISTRATION_EXPIRED" });
  return row.verifiedAt;
}

async function createPerson(tx: Tx, data: RegisterFlowData): Promise<string> {
  const { name, documentType, country, documentNumberCipher, documentNumberIndex } = data;
  const { id } = await tx.person.create({
    data: { name, documentType, country, documentNumberCipher, documentNumberIndex },
    select: { id: true },
  });
  return id;
}

/** 实名等级 after a registration; nobody falls by one. */
async function raiseLevel(tx: Tx, personId: string, realNameLevel: number): Promise<void> {
  await tx.person.updateMany({
    where: { id: personId, realNameLevel: { lt: realNameLevel } },
    data: { realNameLevel },
  });
}

/**
 * The phone goes to whoever verified it last (P2): not to this registration when somebody else has since. Other phones of an
 * account that comes back were wrong or shared (西藏 二(二)8). Returns who lost it.
 */
async function takePhone(
  tx: Tx,
  { personId, number, numberIndex }: { personId: string; number: string; numberIndex: string },
  verifiedAt: Date,
): Promise<string | null> {
  const later = await tx.phone.count({
    where: { numberIndex, personId: { not: personId }, verifiedAt: { gt: verifiedAt } },
  });
  if (later > 0) throw new NotCompleted({ code: "PHONE_VERIFIED_BY_OTHER" });
  const owned = await ownPhone(tx, { personId, number, makeDefault: true }, verifiedAt);
  await tx.phone.deleteMany({ where: { personId, NOT: { id: owned.phoneId } } });
  return owned.formerOwnerId;
}

/** 实名采集 by the APP: a face passed during the registration. */
async function recordCollection(
  tx: Tx,
  {
    personId,
    region,
    contact,
    details,
  }: {
    personId: string;
    region: string;
    contact: string;
    details: Details;
  },
  now: Date,
): Promise<void> {
  await tx.realNameCollection.create({
    data: {
      personId,
      channel: "APP",
      region,
      phoneCipher: protect("RealNameCollection.phone", contact),
      phoneIndex: details.contactIndex,
      collectedAt: now,
    },
    select: { id: true },
  });
}
