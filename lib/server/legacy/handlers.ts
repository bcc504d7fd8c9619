import "server-only";
import type { PasswordState } from "@/generated/sqlite/enums";
import { dayOf } from "@/lib/domain/china-time";
import {
  type HandlerFacts,
  type HandlerProblem,
  type HandlerSmsProblem,
  handlerPhone,
  handlerProblem,
  isBound,
  type PeopleRule,
} from "@/lib/domain/legacy-rules";
import { ROLES, type Role } from "@/lib/domain/relation-rules";
import { db } from "../db";
import { relationFacts } from "../identities/resolve";
import { reveal } from "../protect";
import type { LegacyEntry } from "./legacy-flow";

/** People of one enterprise shown at once; larger ones use the unified login, which asks for the person first. */
const MOST_PEOPLE = 500;

/** Real-name level of whoever was collected at a hall or by an APP (实名采集). */
export const COLLECTED_LEVEL = 3;

/** A person of the enterprise, as the steps of the old entry need them (办税人员). */
export type Handler = {
  /** Relation, or staff row of an agency. */
  id: string;
  personId: string;
  name: string;
  role: Role;
  primary: boolean;
  problem: HandlerProblem | null;
  smsProblem: HandlerSmsProblem | null;
  /** Where the text message goes (`handlerPhone`). Stays on the server. */
  phone: string | null;
  /** `bound`: the personal password is what proves them. */
  password: {
    hash: string | null;
    state: PasswordState;
    bound: boolean;
    /** 绑定 as its row has it, to be sure that it still stands. */
    boundInRow: boolean;
    /** End of a reset one (重置密码); null: it has none. */
    expiresAt: Date | null;
  };
  /** `chosen`: its password is the person's own, not an initial or a reset one. */
  account: { id: string; passwordHash: string; chosen: boolean } | null;
};

const personColumns = {
  id: true,
  name: true,
  realNameLevel: true,
  account: { select: { id: true, status: true, passwordHash: true, passwordState: true } },
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
  handlerPasswordExpiresAt: true,
  passwordBound: true,
  person: { select: personColumns },
} as const;

type Where = {
  enterpriseId: string;
  entry: LegacyEntry;
  /** Of the style of the old entry. */
  people: PeopleRule;
  id?: string | { in: string[] };
  personId?: string | { in: string[] };
};

/** Why 密码登录 is not open to a person, or null: none set yet, or one that was reset and is over. 绑定 has the account's own. */
export function passwordObstacle(
  { password: { hash, bound, expiresAt } }: Pick<Handler, "password">,
  now: Date,
): "HANDLER_PASSWORD_NOT_SET" | "HANDLER_PASSWORD_EXPIRED" | null {
  if (bound) return null;
  if (hash === null) return "HANDLER_PASSWORD_NOT_SET";
  return expiresAt !== null && expiresAt <= now ? "HANDLER_PASSWORD_EXPIRED" : null;
}

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

async function relatedTo(
  { enterpriseId, id, personId, people }: Where,
  now: Date,
): Promise<Handler[]> {
  const living = await db.relation.findMany({
    where: { enterpriseId, id, personId, living: true },
    take: MOST_PEOPLE,
    orderBy: { id: "asc" },
    select: relationColumns,
  });
  const unbound = people === "LISTED" ? await unboundFrom({ enterpriseId, id, personId }) : [];
  const rows = [...living, ...unbound];
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
      registryMobile: registryMobileIndex
        ? compared(registryMobileIndex, person, ownerOf.get(registryMobileIndex))
        : "NONE",
      registryLandline: Boolean(row.registryLandlineCipher),
    };
    const hash = row.handlerPasswordHash;
    // 云南 2.4.2: the password of whoever is bound is their one personal password, unless the enterprise gave one.
    const personal = people === "LISTED" && !hash && isBound(row) && facts.account === "OPEN";
    return handler(row, person, facts, {
      registryMobileCipher,
      password: {
        hash,
        state: row.handlerPasswordState,
        bound: row.passwordBound || personal,
        boundInRow: row.passwordBound,
        expiresAt: row.handlerPasswordExpiresAt,
      },
      today: dayOf(now),
      people,
    });
  });
}

/** Who was unbound and is not bound anew: shown, so that they are told (云南 3.4.3(4)), until the enterprise clears the record. */
function unboundFrom({ enterpriseId, ...one }: Pick<Where, "enterpriseId" | "id" | "personId">) {
  return db.relation.findMany({
    where: {
      ...one,
      enterpriseId,
      status: "REMOVED",
      hiddenForEnterpriseAt: null,
      person: { relations: { none: { enterpriseId, living: true } } },
    },
    distinct: ["personId"],
    take: MOST_PEOPLE,
    orderBy: { id: "desc" },
    select: relationColumns,
  });
}

async function staffOf({ enterpriseId, id, personId, people }: Where): Promise<Handler[]> {
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
        registryMobileCipher: null,
        password: { hash, state: "CHOSEN", bound: false, boundInRow: false, expiresAt: null },
        today: "",
        people,
      },
    ),
  );
}

type PersonRow = {
  id: string;
  name: string;
  realNameLevel: number;
  account: {
    id: string;
    status: string;
    passwordHash: string;
    passwordState: PasswordState;
  } | null;
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

/** The registry's mobile number against the ones collected or verified; nobody else may have verified it since (P2). */
function compared(
  index: string,
  { id, phones, collections }: PersonRow,
  owner: string | undefined,
): HandlerFacts["registryMobile"] {
  if (phones.some(({ numberIndex }) => numberIndex === index)) return "MATCHES";
  if (owner !== undefined && owner !== id) return "TAKEN";
  return collections.some(({ phoneIndex }) => phoneIndex === index) ? "MATCHES" : "DIFFERS";
}

function ownPhone({ phones }: PersonRow): string | null {
  const phone = phones.find(({ isDefault }) => isDefault) ?? phones[0];
  return phone ? reveal("Phone.number", phone.numberCipher) : null;
}

function handler(
  { id, role, primary }: { id: string; role: Role; primary: boolean },
  person: PersonRow,
  facts: HandlerFacts,
  {
    registryMobileCipher,
    password,
    today,
    people,
  }: Pick<Handler, "password"> & {
    registryMobileCipher: string | null;
    today: string;
    people: PeopleRule;
  },
): Handler {
  const { account } = person;
  const phone = handlerPhone(facts, people);
  const open = account?.status === "ACTIVE";
  return {
    id,
    role,
    primary,
    personId: person.id,
    name: person.name,
    problem: handlerProblem(facts, today, people),
    smsProblem: phone === "OWN" || phone === "REGISTRY" ? null : phone,
    phone:
      phone === "REGISTRY" && registryMobileCipher
        ? reveal("Relation.registryMobile", registryMobileCipher)
        : phone === "OWN"
          ? ownPhone(person)
          : null,
    password,
    account: open
      ? {
          id: account.id,
          passwordHash: account.passwordHash,
          chosen: account.passwordState === "CHOSEN",
        }
      : null,
  };
}
