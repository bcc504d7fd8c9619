import "server-only";
import { dayOf } from "@/lib/domain/china-time";
import { legacyStatus } from "@/lib/domain/legacy-rules";
import { maskDocumentNumber, maskPhone } from "@/lib/domain/masking";
import {
  PERSONNEL_ACTIONS,
  type PersonnelAction,
  type PersonnelRefusal,
  personnelRefusal,
} from "@/lib/domain/personnel-actions";
import type { Role } from "@/lib/domain/relation-rules";
import { db } from "../db";
import { pageWindow } from "../identities/paging";
import { handlersOf } from "../legacy/handlers";
import { reveal } from "../protect";
import { grantRefusal } from "./functions";

/** A person set up at the old entry, as 企业人员维护 lists them. */
export type PersonnelRow = {
  id: string;
  name: string;
  maskedDocumentNumber: string;
  /** Null: not collected, or none known (辽宁 七4). */
  maskedPhone: string | null;
  role: Role;
  primary: boolean;
  /** Names of their permission identities (身份信息). */
  identities: string[];
  frozen: boolean;
  bound: boolean;
  /** Counts at this bureau's old entry only, until the person confirms (O1). */
  oneSided: boolean;
  password: "NONE" | "GIVEN" | "RESET" | "OWN";
  /** Why they cannot log in at the old entry, or null. */
  problem: string | null;
  /** 授权 can be opened. */
  grantable: boolean;
  /** Why each button may not be pressed; null: it may. */
  refusals: Readonly<Record<PersonnelAction, PersonnelRefusal | null>>;
};

type Viewer = { personId: string; as: Role; enterpriseId: string; now: Date };

const columns = {
  id: true,
  personId: true,
  role: true,
  status: true,
  validTo: true,
  legacyOnly: true,
  frozenAt: true,
  identities: { select: { permissionIdentity: { select: { name: true } } } },
  person: { select: { documentNumberCipher: true } },
} as const;

/** The people of 企业人员维护, a page at a time, searched by name: managers, and handlers and clerks who were set up. */
export async function personnelRows({
  enterpriseId,
  search,
  page,
  ...viewer
}: Viewer & { search: string; page: number }): Promise<{ rows: PersonnelRow[]; total: number }> {
  const { now } = viewer;
  const where = {
    enterpriseId,
    living: true,
    AND: [
      {
        OR: [
          { validTo: null },
          { validTo: { gte: dayOf(now) } },
          { status: "REGISTERED" as const },
        ],
      },
      {
        OR: [
          { status: "ACTIVE" as const },
          { status: { in: ["REGISTERED" as const, "PENDING_PERSON" as const] }, legacyOnly: true },
          { role: { in: ["LEGAL_REPRESENTATIVE" as const, "FINANCE_MANAGER" as const] } },
        ],
      },
    ],
    ...(search && { person: { name: { contains: search } } }),
  };
  const [found, total] = await Promise.all([
    db.relation.findMany({
      where,
      orderBy: [{ createdAt: "desc" }, { id: "desc" }],
      ...pageWindow(page),
      select: columns,
    }),
    db.relation.count({ where }),
  ]);
  const id = { in: found.map((row) => row.id) };
  const handlers = await handlersOf(
    { enterpriseId, entry: "ENTERPRISE", people: "SET_UP", id },
    now,
  );
  const byId = new Map(handlers.map((handler) => [handler.id, handler]));
  const rows = found.flatMap((row) => {
    const handler = byId.get(row.id);
    return handler ? [personnelRow(row, handler, viewer)] : [];
  });
  return { rows, total };
}

type Row = {
  id: string;
  personId: string;
  role: Role;
  status: Parameters<typeof legacyStatus>[0]["status"];
  validTo: string | null;
  legacyOnly: boolean;
  frozenAt: Date | null;
  identities: { permissionIdentity: { name: string } }[];
  person: { documentNumberCipher: string };
};

function personnelRow(
  row: Row,
  handler: Awaited<ReturnType<typeof handlersOf>>[number],
  { as, personId, now }: Omit<Viewer, "enterpriseId">,
): PersonnelRow {
  const { name, role, primary, phone, problem, password } = handler;
  const { bound } = password;
  const target = {
    role,
    status: legacyStatus(row, dayOf(now)),
    frozen: row.frozenAt !== null,
    bound,
    account: handler.account !== null,
  };
  const own = row.personId === personId;
  const refusals = Object.fromEntries(
    PERSONNEL_ACTIONS.map((action) => [action, personnelRefusal({ action, as, own, target })]),
  ) as PersonnelRow["refusals"];
  return {
    id: row.id,
    name,
    maskedDocumentNumber: maskDocumentNumber(
      reveal("Person.documentNumber", row.person.documentNumberCipher),
    ),
    maskedPhone: phone && problem !== "HANDLER_NOT_COLLECTED" ? maskPhone(phone) : null,
    role,
    primary,
    identities: row.identities.map(({ permissionIdentity }) => permissionIdentity.name),
    frozen: target.frozen,
    bound,
    oneSided: row.legacyOnly,
    password: passwordStateOf(password),
    problem,
    grantable: grantRefusal(row, { as, personId, now }) === null,
    refusals,
  };
}

function passwordStateOf({
  hash,
  state,
}: {
  hash: string | null;
  state: string;
}): PersonnelRow["password"] {
  if (hash === null) return "NONE";
  if (state === "INITIAL") return "GIVEN";
  return state === "RESET_REQUIRED" ? "RESET" : "OWN";
}
