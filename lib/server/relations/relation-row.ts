import "server-only";
import type { Prisma } from "@/generated/sqlite/client";
import type { RelationSource } from "@/generated/sqlite/enums";
import { addDays, dayOf } from "@/lib/domain/china-time";
import {
  EXPIRY_WARNING_DAYS,
  effectiveStatus,
  type RelationAction,
  type RelationRefusal,
  relationRefusal,
} from "@/lib/domain/relation-actions";
import type { RelationStatus, Role } from "@/lib/domain/relation-rules";

/** Columns every list of relations shows (谁能代表我们, 我能代表谁; B12). */
export const relationColumns = {
  id: true,
  personId: true,
  role: true,
  primary: true,
  status: true,
  source: true,
  validFrom: true,
  validTo: true,
  frozenAt: true,
  legacyOnly: true,
  lastUsedAt: true,
  decidedAt: true,
  createdAt: true,
} as const;

type Columns = Prisma.RelationGetPayload<{ select: typeof relationColumns }>;

/** A relation as lists show it; `status` is the one that holds today. */
export type ListedRelation = {
  id: string;
  role: Role;
  primary: boolean;
  status: RelationStatus;
  source: RelationSource;
  validFrom: string | null;
  validTo: string | null;
  frozen: boolean;
  /** In force, with its last day within 30 days. */
  expiring: boolean;
  lastUsedAt: Date | null;
  decidedAt: Date | null;
  createdAt: Date;
  /** Why each action may not be taken; null: it may. */
  refusals: Readonly<Partial<Record<RelationAction, RelationRefusal | null>>>;
};

type Viewer = { as: Role | null; personId: string; actions: readonly RelationAction[]; now: Date };

/** A stored relation as the viewer sees it: state of today, and what they may do about it. */
export function listedRelation(
  row: Columns,
  { as, personId, actions, now }: Viewer,
): ListedRelation {
  const today = dayOf(now);
  const status = effectiveStatus(row, today);
  const frozen = row.frozenAt !== null;
  const own = row.personId === personId;
  const { id, role, primary, source, validFrom, validTo, lastUsedAt, decidedAt, createdAt } = row;
  return {
    id,
    role,
    primary,
    status,
    source,
    validFrom,
    validTo,
    frozen,
    expiring:
      status === "ACTIVE" && validTo !== null && validTo <= addDays(today, EXPIRY_WARNING_DAYS),
    lastUsedAt,
    decidedAt,
    createdAt,
    refusals: Object.fromEntries(
      actions.map((action) => [
        action,
        relationRefusal({ action, as, own, target: { role, status, frozen } }),
      ]),
    ),
  };
}

const WAITING = ["PENDING_PERSON", "PENDING_ENTERPRISE"] as const;
const ENDED = ["REJECTED", "WITHDRAWN", "EXPIRED", "REMOVED"] as const;

/** The tab a relation stands in: in force, waiting for somebody, or history; every relation in exactly one. */
export type RelationTab = "EXISTING" | "WAITING" | "HISTORY";

/** Rows of one tab as of today; the same division as `effectiveStatus` makes. */
export function inTab(tab: RelationTab, now: Date): Prisma.RelationWhereInput {
  const today = dayOf(now);
  const running = { OR: [{ validTo: null }, { validTo: { gte: today } }] };
  switch (tab) {
    case "EXISTING":
      return { living: true, status: "ACTIVE", legacyOnly: false, AND: [running] };
    case "WAITING":
      return {
        living: true,
        AND: [
          {
            OR: [
              { status: "REGISTERED" },
              { status: { in: [...WAITING] }, ...running },
              { status: "ACTIVE", legacyOnly: true, ...running },
            ],
          },
        ],
      };
    case "HISTORY":
      return {
        AND: [
          {
            OR: [
              { status: { in: [...ENDED] } },
              { status: { in: ["ACTIVE", ...WAITING] }, validTo: { lt: today } },
            ],
          },
        ],
      };
  }
}
