import "server-only";
import type { PasswordState } from "@/generated/sqlite/enums";
import { dayOf } from "@/lib/domain/china-time";
import {
  type HandlerFacts,
  type HandlerProblem,
  handlerProblem,
  handlerSmsProblem,
} from "@/lib/domain/legacy-rules";
import { ROLES, type Role } from "@/lib/domain/relation-rules";
import { db } from "../db";
import { relationFacts } from "../identities/resolve";
import { reveal } from "../protect";
import type { LegacyEntry } from "./legacy-flow";

/** People of one enterprise shown at once; larger ones use the unified login, which asks for the person first. */
const MOST_PEOPLE = 500;

/** Real-name level of whoever was collected at a hall or by an APP (实名采集). */
const COLLECTED_LEVEL = 3;

/** A person of the enterprise, as the steps of the old entry need them (办税人员). */
export type Handler = {
  /** Relation, or staff row of an agency. */
  id: string;
  personId: string;
  name: string;
  role: Role;
  primary: boolean;
  problem: HandlerProblem | null;
  smsProblem: "REGISTRY_LANDLINE_ONLY" | "REGISTRY_PHONE_EMPTY" | null;
  /** Where the text message goes: 移动电话 of the registry, else the person's own phone. Stays on the server. */
  phone: string | null;
  password: { hash: string | null; state: PasswordState; bound: boolean };
  account: { id: string; passwordHash: string } | null;
};

const personColumns = {
  id: true,
  name: true,
  realNameLevel: true,
  account: { select: { id: true, status: true, passwordHash: true } },
  phones: { select: { numberCipher: true, numberIndex: true, isDefault: true } },
  collections: { select: { phoneIndex: true } },
} as const;

const relationColumns = {
  ...relationFacts,
  personId: true,
  inRegistry: true,
  registryMobileCipher: true,
  registryMobileIndex: true,
  registryLandlineCipher: true,
  handlerPasswordHash: true,
  handlerPasswordState: true,
  passwordBound: true,
  person: { select: personColumns },
} as const;

type Where = { enterpriseId: string; entry: LegacyEntry; id?: string; personId?: string };

/** People who may be chosen at an old entry, with what keeps each from it; in the order of responsibility, then by name. */
export async function handlersOf(where: Where, now: Date): Promise<Handler[]> {
  const found = where.entry === "AGENCY" ? await staffOf(where) : await relatedTo(where, now);
  return found.sort(
    (a, b) =>
      ROLES.indexOf(a.role) - ROLES.indexOf(b.role) || a.name.localeCompare(b.name, "zh-CN"),
  );
}

/** One of them, looked up within the enterprise of the flow. */
export async function findHandler(
  where: Where & { id: string },
  now: Date,
): Promise<Handler | null> {
  return (await handlersOf(where, now))[0] ?? null;
}

async function relatedTo({ enterpriseId, id, personId }: Where, now: Date): Promise<Handler[]> {
  const rows = await db.relation.findMany({
    where: { enterpriseId, id, personId, living: true },
    take: MOST_PEOPLE,
    orderBy: { id: "asc" },
    select: relationColumns,
  });
  const mobiles = rows.flatMap(({ registryMobileIndex }) => registryMobileIndex ?? []);
  const owners = await db.phone.findMany({
    where: { numberIndex: { in: mobiles } },
    select: { numberIndex: true, personId: true },
  });
  const ownerOf = new Map(owners.map((phone) => [phone.numberIndex, phone.personId]));
  return rows.map((row) => {
    const { person, registryMobileCipher, registryMobileIndex } = row;
    const facts: HandlerFacts = {
      ...personFacts(person),
      relation: { ...row, frozen: row.frozenAt !== null },
      registryMobile: !registryMobileIndex
        ? "NONE"
        : isOwn(registryMobileIndex, person, ownerOf.get(registryMobileIndex))
          ? "MATCHES"
          : "DIFFERS",
      registryLandline: Boolean(row.registryLandlineCipher),
    };
    const { handlerPasswordHash: hash, handlerPasswordState: state, passwordBound: bound } = row;
    return handler(row, person, facts, {
      phone: registryMobileCipher
        ? reveal("Relation.registryMobile", registryMobileCipher)
        : row.registryLandlineCipher
          ? null
          : ownPhone(person),
      password: { hash, state, bound },
      today: dayOf(now),
    });
  });
}

async function staffOf({ enterpriseId, id, personId }: Where): Promise<Handler[]> {
  const rows = await db.agencyStaff.findMany({
    where: { agencyId: enterpriseId, id, personId, removedAt: null },
    take: MOST_PEOPLE,
    orderBy: { id: "asc" },
    select: { id: true, handlerPasswordHash: true, person: { select: personColumns } },
  });
  return rows.map(({ id: staffId, handlerPasswordHash: hash, person }) =>
    handler(
      { id: staffId, role: "TAX_AGENT", primary: true },
      person,
      {
        ...personFacts(person),
        relation: null,
        registryMobile: "NONE",
        registryLandline: false,
      },
      {
        phone: ownPhone(person),
        password: { hash, state: "CHOSEN", bound: false },
        today: "",
      },
    ),
  );
}

type PersonRow = {
  id: string;
  name: string;
  realNameLevel: number;
  account: { id: string; status: string; passwordHash: string } | null;
  phones: { numberCipher: string; numberIndex: string; isDefault: boolean }[];
  collections: { phoneIndex: string | null }[];
};

function personFacts({ realNameLevel, account, phones, collections }: PersonRow) {
  const status = account?.status;
  return {
    collected: collections.length > 0 || realNameLevel >= COLLECTED_LEVEL,
    account: status === undefined ? "NONE" : status === "ACTIVE" ? "OPEN" : "ENDED",
    ownPhone: phones.length > 0,
  } as const;
}

/** The registry's mobile number is the one collected or verified, and nobody else has verified it since (P2). */
function isOwn(index: string, { id, phones, collections }: PersonRow, owner: string | undefined) {
  if (phones.some(({ numberIndex }) => numberIndex === index)) return true;
  const free = owner === undefined || owner === id;
  return free && collections.some(({ phoneIndex }) => phoneIndex === index);
}

function ownPhone({ phones }: PersonRow): string | null {
  const phone = phones.find(({ isDefault }) => isDefault) ?? phones[0];
  return phone ? reveal("Phone.number", phone.numberCipher) : null;
}

function handler(
  { id, role, primary }: { id: string; role: Role; primary: boolean },
  person: PersonRow,
  facts: HandlerFacts,
  { phone, password, today }: Pick<Handler, "phone" | "password"> & { today: string },
): Handler {
  const { account } = person;
  const open = account?.status === "ACTIVE";
  return {
    id,
    role,
    primary,
    personId: person.id,
    name: person.name,
    problem: handlerProblem(facts, today),
    smsProblem: handlerSmsProblem(facts),
    phone,
    password,
    account: open ? { id: account.id, passwordHash: account.passwordHash } : null,
  };
}
