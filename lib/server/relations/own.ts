import "server-only";
import type { Prisma } from "@/generated/sqlite/client";
import { dayOf } from "@/lib/domain/china-time";
import { failure, type Result, success } from "@/lib/domain/result";
import { appendAudit } from "../audit";
import { db, transaction } from "../db";
import { named, OPTIONS_ON_ONE_PAGE, pageWindow } from "../identities/paging";
import { carryNotice } from "../notices/carry";
import { notify } from "../notices/notify";
import type { RequestContext } from "../request";
import type { CurrentSession } from "../session-store";
import {
  inTab,
  type ListedRelation,
  listedRelation,
  type RelationTab,
  relationColumns,
} from "./relation-row";

/** A relation of the person's own, with its enterprise. */
export type OwnRelation = ListedRelation & {
  enterprise: { name: string; creditCode: string; region: string };
};

const ACTIONS = {
  EXISTING: ["REMOVE_OWN"],
  WAITING: ["ACCEPT", "REJECT", "WITHDRAW"],
  HISTORY: ["CLEAR_RECORD"],
} as const;

const enterpriseColumns = { select: { name: true, creditCode: true, region: true } } as const;

/**
 * One tab of 企业授权管理 (A4, B12 我能代表谁): the person's relations at every bureau, newest first, a page at a time. What the
 * person has cleared from the history is left out, and stays stored.
 */
export async function ownRelations(
  tab: RelationTab,
  { personId, search, page, now }: { personId: string; search: string; page: number; now: Date },
): Promise<{ rows: OwnRelation[]; total: number }> {
  const where = {
    personId,
    ...inTab(tab, now),
    ...(tab === "HISTORY" && { hiddenForPersonAt: null }),
    ...(search && { enterprise: named(search) }),
  };
  const [rows, total] = await Promise.all([
    db.relation.findMany({
      where,
      orderBy: [{ createdAt: "desc" }, { id: "desc" }],
      ...pageWindow(page),
      select: { ...relationColumns, enterprise: enterpriseColumns },
    }),
    db.relation.count({ where }),
  ]);
  const viewer = { as: null, personId, actions: ACTIONS[tab], now };
  return {
    rows: rows.map(({ enterprise, ...row }) => ({ ...listedRelation(row, viewer), enterprise })),
    total,
  };
}

/** Every relation the person can act by, for the file of 我能代表谁 (B12). */
export async function allOwnRelations(personId: string, now: Date): Promise<OwnRelation[]> {
  const rows = await db.relation.findMany({
    where: { personId, ...inTab("EXISTING", now) },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    select: { ...relationColumns, enterprise: enterpriseColumns },
  });
  const viewer = { as: null, personId, actions: [], now };
  return rows.map(({ enterprise, ...row }) => ({ ...listedRelation(row, viewer), enterprise }));
}

/** A client the person serves by an agreement in force. */
export type ServedClient = { id: string; client: string; agency: string; validTo: string };

/** 涉税专业服务协议 in force that name the person: whom they can represent as an agent (B12). */
export async function servedClients(
  personId: string,
  now: Date,
): Promise<{ clients: ServedClient[]; total: number }> {
  const where = servedBy(personId, now);
  const [rows, total] = await Promise.all([
    db.agreementStaff.findMany({
      where,
      orderBy: { id: "asc" },
      take: OPTIONS_ON_ONE_PAGE,
      select: {
        id: true,
        agreement: {
          select: {
            validTo: true,
            client: { select: { name: true } },
            agency: { select: { name: true } },
          },
        },
      },
    }),
    db.agreementStaff.count({ where }),
  ]);
  return {
    clients: rows.map(({ id, agreement: { validTo, client, agency } }) => ({
      id,
      client: client.name,
      agency: agency.name,
      validTo,
    })),
    total,
  };
}

function servedBy(personId: string, now: Date): Prisma.AgreementStaffWhereInput {
  const today = dayOf(now);
  return {
    personId,
    removedAt: null,
    agreement: {
      status: "ACTIVE",
      validFrom: { lte: today },
      validTo: { gte: today },
      client: { status: "ACTIVE" },
      agency: { status: "ACTIVE", staff: { some: { personId, removedAt: null } } },
    },
  };
}

/** Every client the person serves, with the agency, for the file of 我能代表谁 (B12). */
export async function allServedClients(personId: string, now: Date) {
  const rows = await db.agreementStaff.findMany({
    where: servedBy(personId, now),
    orderBy: { id: "asc" },
    select: {
      lastUsedAt: true,
      agreement: {
        select: {
          validFrom: true,
          validTo: true,
          client: enterpriseColumns,
          agency: { select: { name: true } },
        },
      },
    },
  });
  return rows.map(({ lastUsedAt, agreement }) => ({ lastUsedAt, ...agreement }));
}

/** Whether the person wants a face check before anyone may add them (B10). */
export async function wantsFaceBeforeAdding(personId: string): Promise<boolean> {
  const { faceBeforeAdding } = await db.person.findUniqueOrThrow({
    where: { id: personId },
    select: { faceBeforeAdding: true },
  });
  return faceBeforeAdding;
}

/** Sets whether confirming an authorisation needs a face (B10); taking it back needs one itself: FACE_BEFORE_CHANGING. The person is told (A5). */
export async function setFaceBeforeAdding(
  { wanted }: { wanted: boolean },
  { session, now }: RequestContext & { session: CurrentSession },
): Promise<Result> {
  const { personId, region } = session;
  if (!wanted && !session.proofs.includes("FACE")) return failure("FACE_BEFORE_CHANGING");
  const notice = await transaction(async (tx) => {
    const { count } = await tx.person.updateMany({
      where: { id: personId, faceBeforeAdding: !wanted },
      data: { faceBeforeAdding: wanted },
    });
    if (count === 0) return null;
    const kind = wanted ? "FACE_BEFORE_ADDING_ON" : "FACE_BEFORE_ADDING_OFF";
    const message = await notify(tx, { personId, kind }, now);
    await appendAudit(tx, {
      at: now,
      action: "SET_FACE_BEFORE_ADDING",
      outcome: "OK",
      region,
      actorKind: "PERSON",
      actorId: personId,
      personId,
      detail: { wanted },
    });
    return message;
  });
  if (notice) await carryNotice(notice, { region, now });
  return success();
}
