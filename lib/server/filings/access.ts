import "server-only";
import {
  type FilingKind,
  FORM_FUNCTIONS,
  filingRefusal,
  type TaxForm,
} from "@/lib/domain/filing-rules";
import { findFunction } from "@/lib/domain/function-tree";
import { functionRefusal } from "@/lib/domain/function-tree-grants";
import { isManager } from "@/lib/domain/relation-rules";
import { failure, type Result, success } from "@/lib/domain/result";
import { findRegion } from "@/lib/regions/list";
import type { RegionProfile } from "@/lib/regions/types";
import { db } from "../db";
import { grantFacts } from "../functions/granted";
import type { RequestContext } from "../request";
import { asksForStepUp } from "../scan/step-up";
import type { CurrentSession } from "../session-store";

/** A signed-in request that files something. */
export type SignedIn = RequestContext & { session: CurrentSession };

/** Whom a form is filed for. */
export type FilingAccess = {
  region: RegionProfile;
  /** The enterprise acted for; null for a natural person. */
  enterpriseId: string | null;
  /** The agency whose agent files for its client (G3). */
  agencyId: string | null;
};

/**
 * Whether the acting identity may fill in and file a form right now: identity in force, function granted, face shown where
 * the bureau asks for it, and the right kind of filer. Pages and use cases ask the same.
 */
export async function filingAccess(
  session: CurrentSession,
  form: TaxForm,
): Promise<Result<FilingAccess>> {
  const region = findRegion(session.region);
  if (session.problem || !region) return failure(session.problem ?? "REGION_UNKNOWN");
  const { acting } = session;
  if (form !== "NEW_TAXPAYER") {
    const code = FORM_FUNCTIONS[form];
    const each = findFunction(code);
    const refusal = each && functionRefusal(each, await grantFacts(session));
    if (refusal) return failure(refusal);
    if (asksForStepUp(session, code)) return failure("STEP_UP_REQUIRED");
  }
  const enterpriseId = acting.kind === "PERSON" ? null : acting.enterprise.id;
  const enterprise =
    enterpriseId === null
      ? null
      : await db.enterprise.findUnique({ where: { id: enterpriseId }, select: { kind: true } });
  const refusal = filingRefusal(form, {
    acting: acting.kind,
    role: "role" in acting ? acting.role : null,
    agency: enterprise?.kind === "AGENCY",
  });
  if (refusal) return failure(refusal);
  return success({
    region,
    enterpriseId,
    agencyId: acting.kind === "CLIENT" ? acting.agency.id : null,
  });
}

/** `filingAccess` for a form that was sent: also notices that the identity was switched meanwhile (B7). */
export async function filerOf(
  { session }: SignedIn,
  form: TaxForm,
  identityVersion: number,
): Promise<Result<FilingAccess>> {
  if (identityVersion !== session.identityVersion) return failure("IDENTITY_SWITCHED");
  return filingAccess(session, form);
}

/**
 * Whether a form of this kind is the acting identity's to take back: what was filed for an enterprise is that enterprise's, not
 * of who filed it and may have left since.
 */
export function mayWithdraw({ acting }: CurrentSession, kind: FilingKind): boolean {
  return acting.kind !== "PERSON" || kind === "NEW_TAXPAYER";
}

/**
 * Which filings the acting identity sees: a natural person and an agent their own, handlers theirs within the enterprise,
 * 法定代表人 and 财务负责人 all of the enterprise.
 */
export function visibleFilings({ acting, personId, region }: CurrentSession) {
  if (acting.kind === "PERSON") return { filedById: personId };
  const own = { region, enterpriseId: acting.enterprise.id };
  const manager = acting.kind === "ENTERPRISE" && isManager(acting.role);
  // A draft is its author's: nobody else sees what is not filed yet.
  return manager
    ? { ...own, OR: [{ status: { not: "DRAFT" as const } }, { filedById: personId }] }
    : { ...own, filedById: personId };
}
