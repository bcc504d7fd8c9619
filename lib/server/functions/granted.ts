import "server-only";
import type { GrantFacts } from "@/lib/domain/function-tree-grants";
import { isManager, ROLES } from "@/lib/domain/relation-rules";
import { findRegion } from "@/lib/regions/list";
import { db } from "../db";
import type { CurrentSession } from "../session-store";

const codes = { select: { functionCode: true } } as const;

/** What decides which functions the acting identity has, as granted right now (E4, B7). */
export async function grantFacts(session: CurrentSession): Promise<GrantFacts> {
  const { acting } = session;
  const role = "role" in acting ? acting.role : null;
  const facts: GrantFacts = { acting: acting.kind, role, regionDefaults: false, grants: [] };
  if (acting.kind === "PERSON" || (role && isManager(role))) return facts;
  // The row and not `acting`: for a project the relation behind the role is known only there.
  const row = await db.loginSession.findUnique({
    where: { id: session.id },
    select: {
      agreementStaff: { select: { grants: codes } },
      relation: {
        select: {
          grants: codes,
          enterprise: { select: { region: true } },
          identities: { select: { permissionIdentity: { select: { functions: codes } } } },
        },
      },
    },
  });
  const { relation, agreementStaff } = row ?? {};
  const granted = [
    ...(agreementStaff?.grants ?? []),
    ...(relation?.grants ?? []),
    ...(relation?.identities.flatMap(({ permissionIdentity }) => permissionIdentity.functions) ??
      []),
  ];
  return {
    ...facts,
    regionDefaults: findRegion(relation?.enterprise.region ?? "")?.defaultGrants ?? false,
    grants: granted.map(({ functionCode }) => functionCode),
  };
}

/** 法定代表人 and 财务负责人 of an enterprise by name: those who can grant a function there. */
export async function managersOf(enterpriseId: string) {
  const rows = await db.relation.findMany({
    where: {
      enterpriseId,
      living: true,
      status: "ACTIVE",
      role: { in: ["LEGAL_REPRESENTATIVE", "FINANCE_MANAGER"] },
    },
    orderBy: { id: "asc" },
    select: { id: true, role: true, person: { select: { name: true } } },
  });
  return rows
    .map(({ id, role, person }) => ({ id, role, name: person.name }))
    .sort((a, b) => ROLES.indexOf(a.role) - ROLES.indexOf(b.role));
}
