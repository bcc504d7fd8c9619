import "server-only";
import { dayOf } from "@/lib/domain/china-time";
import { failure, type Problem, type Result, success } from "@/lib/domain/result";
import { type LegacyFlowData, legacyPath } from "@/lib/flows/legacy-login";
import { isNewTaxpayer } from "@/lib/regions/entry-styles";
import type { RegionProfile } from "@/lib/regions/types";
import type { EnterprisePasswordForm } from "@/lib/schemas/legacy";
import { appendAudit } from "../audit";
import { db, transaction } from "../db";
import { verifyHumanCheck } from "../human-check";
import { verifyPassword } from "../password";
import type { RequestContext } from "../request";
import { openLegacyEntry, startLegacyFlow } from "./legacy-flow";
import { enterpriseSecret, trySecret } from "./secret-attempts";

const columns = {
  id: true,
  kind: true,
  status: true,
  confirmedAt: true,
  legacySetUpAt: true,
  enterprisePasswordHash: true,
  enterprisePasswordState: true,
} as const;

export type ProvedEnterprise = {
  id: string;
  kind: "ENTERPRISE" | "AGENCY" | "SOCIAL_INSURANCE_ONLY";
  setUp: boolean;
  /** By a voucher (注册凭证): to be changed before it opens anything. */
  issued: boolean;
};

/**
 * Checks 纳税人识别号 and 企业密码 (辽宁 二(一)). Unknown codes are answered as wrong passwords are, after the same work (K5).
 * Problems: `ENTERPRISE_PASSWORD_WRONG`, `LEGACY_LOCKED`, and once it is right why the enterprise may not enter here;
 * `ENTERPRISE_PASSWORD_ISSUED` unless the caller leads an issued one to its change.
 */
export async function checkEnterprisePassword(
  { taxpayerId, password }: { taxpayerId: string; password: string },
  profile: RegionProfile,
  now: Date,
  { issued: changesIssued = false }: { issued?: boolean } = {},
): Promise<Result<ProvedEnterprise>> {
  const enterprise = await db.enterprise.findFirst({
    where: { creditCode: taxpayerId, region: profile.slug },
    select: columns,
  });
  const refused = await trySecret(
    enterpriseSecret(profile.slug, taxpayerId),
    () => verifyPassword(enterprise?.enterprisePasswordHash ?? null, password),
    { code: "ENTERPRISE_PASSWORD_WRONG", field: "password", now },
  );
  if (refused) {
    if (enterprise) await auditRefusal(enterprise.id, profile, refused.problems, now);
    return refused;
  }
  // Only a known one has a password that could be right.
  if (!enterprise) return failure("ENTERPRISE_UNKNOWN", { field: "taxpayerId" });
  if (enterprise.status === "UNCONFIRMED") return failure("ENTERPRISE_UNCONFIRMED");
  if (enterprise.status === "CLOSED") return failure("ENTERPRISE_CLOSED");
  const confirmedOn = enterprise.confirmedAt && dayOf(enterprise.confirmedAt);
  if (isNewTaxpayer(profile, confirmedOn)) return failure("NEW_TAXPAYER_UNIFIED");
  const { id, kind, legacySetUpAt } = enterprise;
  const issued = enterprise.enterprisePasswordState !== "CHOSEN";
  if (issued && !changesIssued) return failure("ENTERPRISE_PASSWORD_ISSUED");
  return success({ id, kind, setUp: legacySetUpAt !== null, issued });
}

function auditRefusal(enterpriseId: string, profile: RegionProfile, problems: Problem[], at: Date) {
  return transaction((tx) =>
    appendAudit(tx, {
      at,
      action: "LEGACY_ENTERPRISE_PASSWORD",
      outcome: "REFUSED",
      region: profile.slug,
      actorKind: "SYSTEM",
      enterpriseId,
      reason: problems[0]?.code,
    }),
  );
}

/**
 * First step of 普通登录 and 代理机构登录: nobody is signed in by it; the answer leads to the choice of a person, or with
 * 纯社保户 straight to the social insurance system (OL3).
 */
export async function submitEnterprisePassword(
  form: EnterprisePasswordForm,
  { now }: RequestContext,
): Promise<Result<{ to: string }>> {
  const open = openLegacyEntry(form.region, now);
  if (!open.ok) return open;
  if (!(await verifyHumanCheck(form.humanCheck))) {
    return failure("HUMAN_CHECK_FAILED", { field: "humanCheck" });
  }
  const { profile } = open.value;
  const checked = await checkEnterprisePassword(form, profile, now, { issued: true });
  if (!checked.ok) return checked;
  const { id: enterpriseId, kind, setUp, issued } = checked.value;
  const { entry } = form;
  if (issued) {
    const data = { task: "CHANGE_ISSUED" as const, enterpriseId };
    const flow = await startLegacyFlow(profile.slug, entry, data, now);
    return success({ to: `/${profile.slug}/login/legacy/change-password?flow=${flow.id}` });
  }
  if (entry === "AGENCY" && kind !== "AGENCY") {
    return failure("NOT_AN_AGENCY", { field: "taxpayerId" });
  }
  if (kind === "SOCIAL_INSURANCE_ONLY") {
    const data = { task: "SOCIAL_INSURANCE" as const, enterpriseId };
    const flow = await startLegacyFlow(profile.slug, entry, data, now);
    return success({ to: `/${profile.slug}/login/legacy/social-insurance?flow=${flow.id}` });
  }
  const first = entry === "ENTERPRISE" && !setUp;
  const data = newLegacyLogin({ enterpriseId, first });
  const flow = await startLegacyFlow(profile.slug, entry, data, now);
  return success({ to: legacyPath(profile.slug, flow.id, data, entry) });
}

/** What a login knows once the enterprise's password was right. */
export function newLegacyLogin({
  enterpriseId,
  first,
  quick = null,
}: {
  enterpriseId: string;
  first: boolean;
  quick?: string | null;
}): LegacyFlowData<"LOGIN"> {
  return {
    task: "LOGIN",
    enterpriseId,
    first,
    synchronized: !first,
    wantsPassword: false,
    quick,
    handler: null,
    mustSetPassword: false,
    client: null,
  };
}
