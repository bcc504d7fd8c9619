import "server-only";
import { dayOf } from "@/lib/domain/china-time";
import { legacyStatus } from "@/lib/domain/legacy-rules";
import { maskDocumentNumber } from "@/lib/domain/masking";
import { type RelationRefusal, relationRefusal } from "@/lib/domain/relation-actions";
import type { RelationFacts, Role } from "@/lib/domain/relation-rules";
import { type Result, success } from "@/lib/domain/result";
import { db } from "../db";
import { reveal } from "../protect";
import { grantAs } from "../relations/grants";
import { personnelManager, type SignedIn } from "./access";
import { tellHandler } from "./tell";

type Viewer = { personId: string; as: Role; enterpriseId: string; now: Date };
type Facts = Pick<RelationFacts, "role" | "status" | "validTo" | "legacyOnly">;

/**
 * Why a person of 企业人员维护 cannot be given functions there, or null. Whoever was added by one side counts as of the old entry,
 * though everywhere else they still wait (O1).
 */
export function grantRefusal(
  row: Facts & { personId: string; frozenAt: Date | null },
  { personId, as, now }: Pick<Viewer, "personId" | "as" | "now">,
): RelationRefusal | null {
  const { role, frozenAt } = row;
  return relationRefusal({
    action: "GRANT",
    as,
    own: row.personId === personId,
    target: { role, status: legacyStatus(row, dayOf(now)), frozen: frozenAt !== null },
  });
}

/** A person of 企业人员维护 with 身份信息 and 管理权限 they have now; null for everybody else. */
export async function personnelFunctions(id: string, viewer: Viewer) {
  const row = await db.relation.findFirst({
    where: { id, enterpriseId: viewer.enterpriseId, living: true },
    select: {
      personId: true,
      role: true,
      primary: true,
      status: true,
      validTo: true,
      legacyOnly: true,
      frozenAt: true,
      person: { select: { name: true, documentNumberCipher: true } },
      grants: { select: { functionCode: true } },
      identities: { select: { permissionIdentityId: true } },
    },
  });
  if (!row) return null;
  const { role, primary, person, grants, identities } = row;
  return {
    name: person.name,
    maskedDocumentNumber: maskDocumentNumber(
      reveal("Person.documentNumber", person.documentNumberCipher),
    ),
    role,
    primary,
    functions: grants.map(({ functionCode }) => functionCode),
    identities: identities.map(({ permissionIdentityId }) => permissionIdentityId),
    refusal: grantRefusal(row, viewer),
  };
}

/**
 * 授权 of a row of 企业人员维护 (OL5, 辽宁 七7): what was ticked when the person was added is changed without adding them again.
 * Problems: those of `personnelManager` and `grantAs`.
 */
export async function grantPersonnel(
  form: Parameters<typeof grantAs>[1],
  { session, now }: SignedIn,
): Promise<Result> {
  const managed = personnelManager(session, form.identityVersion, { now });
  if (!managed.ok) return managed;
  const inForceHere = (row: Facts) => legacyStatus(row, dayOf(now)) === "ACTIVE";
  const done = await grantAs(managed.value, form, { inForceHere, now });
  if (!done.ok) return done;
  const { region } = managed.value;
  await tellHandler(done.value, { relationId: form.relationId, region, now });
  return success();
}
