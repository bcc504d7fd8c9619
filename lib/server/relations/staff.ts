import "server-only";
import { maskDocumentNumber } from "@/lib/domain/masking";
import type { Role } from "@/lib/domain/relation-rules";
import { db } from "../db";
import { pageWindow } from "../identities/paging";
import { reveal } from "../protect";
import {
  inTab,
  type ListedRelation,
  listedRelation,
  type RelationTab,
  relationColumns,
} from "./relation-row";

/** A relation of an enterprise, with its person. */
export type StaffRelation = ListedRelation & {
  person: { name: string; maskedDocumentNumber: string };
  /** Whose place they take once they confirm (交接). */
  succeeds: string | null;
};

const ACTIONS = {
  EXISTING: ["REMOVE", "FREEZE", "UNFREEZE", "GRANT", "CHANGE_PERIOD", "HAND_OVER"],
  WAITING: ["ACCEPT", "REJECT", "WITHDRAW"],
  HISTORY: ["CLEAR_RECORD"],
} as const;

const staffColumns = {
  ...relationColumns,
  person: { select: { name: true, documentNumberCipher: true } },
  succeeds: { select: { person: { select: { name: true } } } },
} as const;

/** Whose list it is: the manager, the role they act in, and their enterprise. */
type Viewer = { personId: string; as: Role; enterpriseId: string; now: Date };

/** One tab of 人员权限管理 (E2, B12 谁能代表我们), a page at a time, searched by name; cleared history is left out. */
export async function staffRelations(
  tab: RelationTab,
  { enterpriseId, search, page, ...viewer }: Viewer & { search: string; page: number },
): Promise<{ rows: StaffRelation[]; total: number }> {
  const where = {
    enterpriseId,
    ...inTab(tab, viewer.now),
    ...(tab === "HISTORY" && { hiddenForEnterpriseAt: null }),
    ...(search && { person: { name: { contains: search } } }),
  };
  const [rows, total] = await Promise.all([
    db.relation.findMany({
      where,
      orderBy: [{ createdAt: "desc" }, { id: "desc" }],
      ...pageWindow(page),
      select: staffColumns,
    }),
    db.relation.count({ where }),
  ]);
  return {
    rows: rows.map((row) => staffRelation(row, { ...viewer, actions: ACTIONS[tab] })),
    total,
  };
}

/** Everybody who can act for the enterprise, for the file of 谁能代表我们 (B12). */
export async function allStaff({ enterpriseId, ...viewer }: Viewer): Promise<StaffRelation[]> {
  const rows = await db.relation.findMany({
    where: { enterpriseId, ...inTab("EXISTING", viewer.now) },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    select: staffColumns,
  });
  return rows.map((row) => staffRelation(row, { ...viewer, actions: [] }));
}

/** One relation in force with what was granted to it, for the page 授权; null when it is not the enterprise's. */
export async function staffMember(
  relationId: string,
  { enterpriseId, ...viewer }: Viewer,
): Promise<(StaffRelation & { functions: string[]; identities: string[] }) | null> {
  const row = await db.relation.findFirst({
    where: { id: relationId, enterpriseId, ...inTab("EXISTING", viewer.now) },
    select: {
      ...staffColumns,
      grants: { select: { functionCode: true } },
      identities: { select: { permissionIdentityId: true } },
    },
  });
  if (!row) return null;
  return {
    ...staffRelation(row, { ...viewer, actions: ACTIONS.EXISTING }),
    functions: row.grants.map(({ functionCode }) => functionCode),
    identities: row.identities.map(({ permissionIdentityId }) => permissionIdentityId),
  };
}

type Row = Parameters<typeof listedRelation>[0] & {
  person: { name: string; documentNumberCipher: string };
  succeeds: { person: { name: string } } | null;
};

function staffRelation(row: Row, viewer: Parameters<typeof listedRelation>[1]): StaffRelation {
  const { name, documentNumberCipher } = row.person;
  return {
    ...listedRelation(row, viewer),
    person: {
      name,
      maskedDocumentNumber: maskDocumentNumber(
        reveal("Person.documentNumber", documentNumberCipher),
      ),
    },
    succeeds: row.succeeds?.person.name ?? null,
  };
}
