import type { RelationStatus } from "@/generated/sqlite/enums";
import { addDays, dayOf } from "@/lib/domain/china-time";
import { blindIndex, protect } from "@/lib/server/protect";
import { type Ids, idOf, type Loading } from "@/prisma/seed/demo-people";

const LIVING = new Set<RelationStatus>([
  "REGISTERED",
  "PENDING_PERSON",
  "PENDING_ENTERPRISE",
  "ACTIVE",
]);
/** Nobody has agreed or refused yet. */
const UNDECIDED = new Set<RelationStatus>(["REGISTERED", "PENDING_PERSON", "PENDING_ENTERPRISE"]);

/** A day of demo.json: as it is, or "+20d" counted from the day of loading in Asia/Shanghai. */
export function dayAt(day: string, now: Date): string {
  const offset = /^([+-]\d+)d$/.exec(day)?.[1];
  return offset === undefined ? day : addDays(dayOf(now), Number(offset));
}

async function loadCompanies({ tx, demo, hashes, now }: Loading): Promise<Ids> {
  const rows = await tx.enterprise.createManyAndReturn({
    data: demo.enterprises.map((enterprise) => ({
      region: enterprise.region,
      kind: enterprise.kind,
      status: enterprise.status,
      name: enterprise.name,
      creditCode: enterprise.creditCode,
      taxAuthority: enterprise.taxAuthority,
      enterprisePasswordHash: hashes.get(`enterprise:${enterprise.key}`) ?? null,
      legacySetUpAt: enterprise.legacySetUp ? now : null,
      confirmedAt: enterprise.status === "UNCONFIRMED" ? null : now,
    })),
    select: { id: true, creditCode: true },
  });
  const byCode = new Map(rows.map(({ id, creditCode }) => [creditCode, id]));
  return new Map(demo.enterprises.map(({ key, creditCode }) => [key, idOf(byCode, creditCode)]));
}

async function loadRelations(
  { tx, demo, hashes, now }: Loading,
  companies: Ids,
  people: Ids,
): Promise<void> {
  await tx.relation.createMany({
    data: demo.relations.map((relation, position) => ({
      enterpriseId: idOf(companies, relation.enterprise),
      personId: idOf(people, relation.person),
      role: relation.role,
      primary: relation.primary,
      status: relation.status,
      living: LIVING.has(relation.status) ? true : null,
      source: relation.source,
      validTo: relation.validTo ? dayAt(relation.validTo, now) : null,
      frozenAt: relation.frozen ? now : null,
      inRegistry: relation.inRegistry,
      registryMobileCipher: relation.registryMobile
        ? protect("Relation.registryMobile", relation.registryMobile)
        : null,
      registryMobileIndex: relation.registryMobile
        ? blindIndex("phone", relation.registryMobile)
        : null,
      registryLandlineCipher: relation.registryLandline
        ? protect("Relation.registryLandline", relation.registryLandline)
        : null,
      handlerPasswordHash: hashes.get(`relation:${position}`) ?? null,
      decidedAt: UNDECIDED.has(relation.status) ? null : now,
    })),
  });
}

async function loadPermissionIdentities(
  { tx, demo }: Loading,
  companies: Ids,
  people: Ids,
): Promise<void> {
  for (const identity of demo.permissionIdentities) {
    const enterpriseId = idOf(companies, identity.enterprise);
    const holders = await tx.relation.findMany({
      where: {
        enterpriseId,
        living: true,
        personId: { in: identity.people.map((key) => idOf(people, key)) },
      },
      select: { id: true },
    });
    await tx.permissionIdentity.create({
      data: {
        enterpriseId,
        name: identity.name,
        description: identity.description,
        functions: { create: identity.functions.map((functionCode) => ({ functionCode })) },
        relations: { create: holders.map(({ id }) => ({ relationId: id })) },
      },
    });
  }
}

async function loadAgencies(
  { tx, demo, hashes, now }: Loading,
  companies: Ids,
  people: Ids,
): Promise<void> {
  await tx.agencyStaff.createMany({
    data: demo.agencyStaff.map(({ agency, person }, position) => ({
      agencyId: idOf(companies, agency),
      personId: idOf(people, person),
      handlerPasswordHash: hashes.get(`staff:${position}`) ?? null,
      filedAt: now,
    })),
  });
  for (const [position, agreement] of demo.agreements.entries()) {
    await tx.agreement.create({
      data: {
        agencyId: idOf(companies, agreement.agency),
        clientId: idOf(companies, agreement.client),
        status: agreement.status,
        validFrom: agreement.validFrom,
        validTo: dayAt(agreement.validTo, now),
        agreementPasswordHash: hashes.get(`agreement:${position}`) ?? null,
        recognizedAt: agreement.status === "PENDING_CLIENT" ? null : now,
        staff: { create: agreement.handlers.map((key) => ({ personId: idOf(people, key) })) },
      },
    });
  }
}

async function loadProjects({ tx, demo }: Loading, companies: Ids): Promise<void> {
  await tx.crossRegionProject.createMany({
    data: demo.crossRegionProjects.map(
      ({ enterprise, handler, handlerPhone, contact, contactPhone, ...project }) => ({
        ...project,
        enterpriseId: idOf(companies, enterprise),
        handlerName: handler,
        handlerPhoneCipher: protect("CrossRegionProject.handlerPhone", handlerPhone),
        handlerPhoneIndex: blindIndex("phone", handlerPhone),
        contactName: contact,
        contactPhoneCipher: protect("CrossRegionProject.contactPhone", contactPhone),
        contactPhoneIndex: blindIndex("phone", contactPhone),
      }),
    ),
  });
}

/** Enterprises and what ties people to them: relations, permission identities, agencies, projects. */
export async function loadEnterprises(loading: Loading, people: Ids): Promise<void> {
  const companies = await loadCompanies(loading);
  await loadRelations(loading, companies, people);
  await loadPermissionIdentities(loading, companies, people);
  await loadAgencies(loading, companies, people);
  await loadProjects(loading, companies);
}
