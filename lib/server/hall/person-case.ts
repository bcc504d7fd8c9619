import "server-only";
import { dayOf } from "@/lib/domain/china-time";
import { deliveryState } from "@/lib/domain/delivery-rules";
import { type LockScope, lockState } from "@/lib/domain/lockout";
import { maskDocumentNumber, maskPhone } from "@/lib/domain/masking";
import { failure, type Result, success } from "@/lib/domain/result";
import { findRegion } from "@/lib/regions/list";
import { db } from "../db";
import { openSessionsOf } from "../devices/open-sessions";
import { reveal } from "../protect";
import { isOpenCase } from "./look-up";
import type { CurrentOfficer } from "./officer-store";
import { isOwnPerson, refuseOwn } from "./own-account";

const MESSAGES_SHOWN = 10;

/**
 * What counter work needs of a person: identity, real-name, account and its locks, open sessions, relations at the officer's own bureau, and
 * what became of messages to their phones (B16). Problem: `LOOK_UP_FIRST` without a look-up of the last half hour.
 */
export async function personCase(officer: CurrentOfficer, personId: string, now: Date) {
  if (personId.length > 64 || !(await isOpenCase(officer, { personId }, now))) {
    return failure("LOOK_UP_FIRST");
  }
  const person = await db.person.findUniqueOrThrow({
    where: { id: personId },
    select: {
      id: true,
      name: true,
      documentType: true,
      documentNumberCipher: true,
      realNameLevel: true,
      account: {
        select: {
          status: true,
          passwordState: true,
          counters: { select: { method: true, day: true, failures: true } },
        },
      },
      phones: {
        orderBy: [{ isDefault: "desc" }, { id: "asc" }],
        select: { id: true, numberCipher: true, numberIndex: true, isDefault: true },
      },
      collections: {
        orderBy: { collectedAt: "desc" },
        take: 5,
        select: { id: true, channel: true, region: true, collectedAt: true },
      },
      faceReferences: { where: { deletedAt: null }, select: { source: true } },
      relations: {
        where: { living: true, enterprise: { region: officer.region } },
        orderBy: { id: "asc" },
        take: 100,
        select: {
          id: true,
          role: true,
          primary: true,
          status: true,
          frozenAt: true,
          validTo: true,
          enterprise: { select: { id: true, name: true } },
        },
      },
    },
  });
  const { documentNumberCipher, account, phones, faceReferences, relations, ...rest } = person;
  const scope = findRegion(officer.region)?.lockScope ?? "ACCOUNT";
  return success({
    ...rest,
    documentNumber: maskDocumentNumber(reveal("Person.documentNumber", documentNumberCipher)),
    own: await isOwnPerson(officer, { id: personId }),
    account: account && {
      status: account.status,
      passwordState: account.passwordState,
      lockedUntil: lockedUntil(account.counters, scope, now),
    },
    phones: phones.map(({ id, numberCipher, isDefault }) => ({
      id,
      number: maskPhone(reveal("Phone.number", numberCipher)),
      isDefault,
    })),
    openSessions: await db.loginSession.count({ where: openSessionsOf(personId, now) }),
    photograph: faceReferences[0]?.source ?? null,
    relations: relations.map(({ frozenAt, validTo, ...relation }) => ({
      ...relation,
      frozen: frozenAt !== null,
      expired: validTo !== null && validTo < dayOf(now),
    })),
    messages: await messagesTo(
      phones.map(({ numberIndex }) => numberIndex),
      now,
    ),
    legalRepresentative: await isLegalRepresentative(personId),
  });
}

function lockedUntil(
  counters: Parameters<typeof lockState>[0],
  scope: LockScope,
  now: Date,
): Date | null {
  return lockState(counters, scope, now).until;
}

/** Whether a person represents any enterprise, at whatever bureau: such an account is unlocked by two officers. */
export async function isLegalRepresentative(personId: string): Promise<boolean> {
  const role = "LEGAL_REPRESENTATIVE" as const;
  return (await db.relation.count({ where: { personId, role, living: true } })) > 0;
}

/** Delivery states of the newest messages to these phones (accepted, refused, delayed), never their texts (B16). */
async function messagesTo(toIndexes: string[], now: Date) {
  const rows = await db.outboundMessage.findMany({
    where: { toIndex: { in: toIndexes } },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: MESSAGES_SHOWN,
    select: { id: true, purpose: true, status: true, failure: true, createdAt: true },
  });
  return rows.map(({ status, ...row }) => ({
    ...row,
    state: deliveryState({ status, createdAt: row.createdAt }, now),
  }));
}

/** Checks what every change at the counter asks first: looked up with a reason, and not the officer's own. */
export async function servedPerson(
  officer: CurrentOfficer,
  personId: string,
  now: Date,
): Promise<Result> {
  if (!(await isOpenCase(officer, { personId }, now))) return failure("LOOK_UP_FIRST");
  const own = await isOwnPerson(officer, { id: personId });
  return own ? refuseOwn("OWN_ACCOUNT", officer, { personId }, now) : success();
}
