import "server-only";
import { appendAudit } from "../audit";
import { ownCorrections } from "../corrections/own";
import { db, transaction } from "../db";
import { reveal } from "../protect";
import type { CurrentSession } from "../session-store";

/** Newest sessions, messages and devices listed; older ones are in the history and the message centre. */
const NEWEST = 200;

/**
 * Everything kept about a person, in the clear (个人信息查询; 个人信息保护法 45). Without secrets and biometrics: no hashes,
 * tokens, templates or photographs. Logins and security events are a file of their own (`historyCsv`).
 */
export async function personalData(personId: string) {
  const [person, relations, work, projects, records, corrections] = await Promise.all([
    identityOf(personId),
    relationsOf(personId),
    agencyWorkOf(personId),
    projectsOf(personId),
    recordsOf(personId),
    ownCorrections(personId),
  ]);
  return { ...person, relations, ...work, projects, ...records, corrections };
}

export type PersonalData = Awaited<ReturnType<typeof personalData>>;

/** The same for a file, and records that it was taken. */
export async function downloadPersonalData(
  { personId, region }: Pick<CurrentSession, "personId" | "region">,
  now: Date,
): Promise<PersonalData> {
  const data = await personalData(personId);
  await transaction((tx) =>
    appendAudit(tx, {
      at: now,
      action: "DOWNLOAD_PERSONAL_DATA",
      outcome: "OK",
      region,
      actorKind: "PERSON",
      actorId: personId,
      personId,
    }),
  );
  return data;
}

async function identityOf(personId: string) {
  const person = await db.person.findUniqueOrThrow({
    where: { id: personId },
    select: {
      name: true,
      documentType: true,
      country: true,
      documentNumberCipher: true,
      realNameLevel: true,
      faceBeforeAdding: true,
      createdAt: true,
      account: {
        select: {
          status: true,
          username: true,
          emailCipher: true,
          taxAuthority: true,
          passwordChangedAt: true,
          createdAt: true,
        },
      },
      phones: {
        orderBy: [{ isDefault: "desc" }, { createdAt: "asc" }],
        select: { numberCipher: true, isDefault: true, verifiedAt: true },
      },
      collections: {
        orderBy: { collectedAt: "desc" },
        select: { channel: true, region: true, phoneCipher: true, collectedAt: true },
      },
      registryContacts: {
        orderBy: { region: "asc" },
        select: { region: true, mobileCipher: true, landlineCipher: true, updatedAt: true },
      },
      faceReferences: {
        orderBy: { createdAt: "desc" },
        select: { source: true, consentedAt: true, createdAt: true, deletedAt: true },
      },
    },
  });
  const { documentNumberCipher, account, phones, collections, registryContacts, ...rest } = person;
  const { faceReferences, ...identity } = rest;
  return {
    identity: {
      ...identity,
      documentNumber: reveal("Person.documentNumber", documentNumberCipher),
    },
    account: account && loginOf(account),
    phones: phones.map(({ numberCipher, ...phone }) => ({
      number: reveal("Phone.number", numberCipher),
      ...phone,
    })),
    collections: collections.map(({ phoneCipher, ...collection }) => ({
      ...collection,
      phone: phoneCipher ? reveal("RealNameCollection.phone", phoneCipher) : null,
    })),
    /** What each bureau's registry (核心征管) says of the person's phones; nobody logs in by them. */
    registryContacts: registryContacts.map(({ mobileCipher, landlineCipher, ...contact }) => ({
      ...contact,
      mobile: mobileCipher ? reveal("Relation.registryMobile", mobileCipher) : null,
      landline: landlineCipher ? reveal("Relation.registryLandline", landlineCipher) : null,
    })),
    faces: faceReferences,
  };
}

function loginOf<Account extends { emailCipher: string | null }>({
  emailCipher,
  ...login
}: Account) {
  return { ...login, email: emailCipher ? reveal("Account.email", emailCipher) : null };
}

const company = { select: { name: true, creditCode: true } } as const;

/** 人企关联关系, the ended ones and those the person has hidden included. */
async function relationsOf(personId: string) {
  const rows = await db.relation.findMany({
    where: { personId },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    select: {
      enterprise: company,
      role: true,
      primary: true,
      status: true,
      source: true,
      validFrom: true,
      validTo: true,
      frozenAt: true,
      registryMobileCipher: true,
      registryLandlineCipher: true,
      lastUsedAt: true,
      createdAt: true,
    },
  });
  return rows.map(
    ({ registryMobileCipher: mobile, registryLandlineCipher: landline, ...rest }) => ({
      ...rest,
      registryMobile: mobile ? reveal("Relation.registryMobile", mobile) : null,
      registryLandline: landline ? reveal("Relation.registryLandline", landline) : null,
    }),
  );
}

/** Cross-region projects that name the person as 经办人 or 联系人, by name and a phone of theirs. */
async function projectsOf(personId: string) {
  const { name, phones } = await db.person.findUniqueOrThrow({
    where: { id: personId },
    select: { name: true, phones: { select: { numberIndex: true } } },
  });
  const own = { in: phones.map(({ numberIndex }) => numberIndex) };
  return db.crossRegionProject.findMany({
    where: {
      OR: [
        { handlerName: name, handlerPhoneIndex: own },
        { contactName: name, contactPhoneIndex: own },
      ],
    },
    select: { number: true, name: true, kind: true, status: true, validFrom: true, validTo: true },
  });
}

async function agencyWorkOf(personId: string) {
  const [agencyStaff, agreements] = await Promise.all([
    db.agencyStaff.findMany({
      where: { personId },
      select: { agency: company, filedAt: true, removedAt: true },
    }),
    db.agreementStaff.findMany({
      where: { personId },
      select: {
        agreement: {
          select: {
            agency: company,
            client: company,
            status: true,
            validFrom: true,
            validTo: true,
          },
        },
        removedAt: true,
        lastUsedAt: true,
      },
    }),
  ]);
  return { agencyStaff, agreements };
}

async function recordsOf(personId: string) {
  const newest = { where: { personId }, take: NEWEST } as const;
  const [devices, sessions, faceChecks, messages, incidents, favourites, filings] =
    await Promise.all([
      db.knownDevice.findMany({
        ...newest,
        orderBy: { lastSeenAt: "desc" },
        select: { firstSeenAt: true, lastSeenAt: true },
      }),
      db.loginSession.findMany({
        ...newest,
        orderBy: { createdAt: "desc" },
        select: {
          instance: true,
          app: true,
          region: true,
          userAgent: true,
          place: true,
          createdAt: true,
          lastSeenAt: true,
          revokedAt: true,
        },
      }),
      db.faceCheck.findMany({
        ...newest,
        orderBy: { startedAt: "desc" },
        select: { purpose: true, region: true, startedAt: true, outcome: true },
      }),
      db.message.findMany({
        ...newest,
        orderBy: { createdAt: "desc" },
        select: { kind: true, params: true, createdAt: true, readAt: true },
      }),
      db.incident.findMany({ where: { personId }, select: { number: true, createdAt: true } }),
      db.favouriteFunction.findMany({ where: { personId }, select: { functionCode: true } }),
      db.filing.findMany({
        where: { filedById: personId },
        orderBy: { createdAt: "desc" },
        select: { number: true, kind: true, status: true, enterprise: company, createdAt: true },
      }),
    ]);
  return { devices, sessions, faceChecks, messages, incidents, favourites, filings };
}
