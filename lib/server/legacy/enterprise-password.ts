import "server-only";
import { dayOf } from "@/lib/domain/china-time";
import { failure, type Problem, type Result, success } from "@/lib/domain/result";
import { type LegacyFlowData, legacyPath } from "@/lib/flows/legacy-login";
import { isNewTaxpayer, type LegacyStyle, offersWay } from "@/lib/regions/entry-styles";
import type { RegionProfile } from "@/lib/regions/types";
import type { EnterprisePasswordForm } from "@/lib/schemas/legacy";
import { appendAudit } from "../audit";
import { db, transaction } from "../db";
import { verifyHumanCheck } from "../human-check";
import { verifyPassword } from "../password";
import type { RequestContext } from "../request";
import { type LegacyEntry, openLegacyEntry, startLegacyFlow } from "./legacy-flow";
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
  /** Of the password that was right. */
  passwordHash: string | null;
};

/**
 * Checks 纳税人识别号 and 企业密码 (辽宁 二(一)) of an enterprise of this bureau, for 报验户 of any. Unknown codes are answered as wrong
 * passwords are, after the same work (K5).
 * Problems: `ENTERPRISE_PASSWORD_WRONG`, `LEGACY_LOCKED`, and once it is right why the enterprise may not enter here;
 * `ENTERPRISE_PASSWORD_ISSUED` unless the caller leads an issued one to its change.
 */
export async function checkEnterprisePassword(
  { taxpayerId, password }: { taxpayerId: string; password: string },
  profile: RegionProfile,
  now: Date,
  {
    issued: changesIssued = false,
    anywhere = false,
  }: { issued?: boolean; anywhere?: boolean } = {},
): Promise<Result<ProvedEnterprise>> {
  const enterprise = await db.enterprise.findFirst({
    where: { creditCode: taxpayerId, ...(!anywhere && { region: profile.slug }) },
    select: columns,
  });
  const refused = await trySecret(
    enterpriseSecret(taxpayerId),
    () => verifyPassword(enterprise?.enterprisePasswordHash ?? null, password),
    { code: "ENTERPRISE_PASSWORD_WRONG", field: "password", now },
  );
  if (refused) {
    // Also of a code nobody has: the same work.
    await auditRefusal(enterprise, profile, refused.problems, now);
    return refused;
  }
  // Only a known one has a password that could be right.
  if (!enterprise) return failure("ENTERPRISE_UNKNOWN", { field: "taxpayerId" });
  if (enterprise.status === "UNCONFIRMED") return failure("ENTERPRISE_UNCONFIRMED");
  if (enterprise.status === "CLOSED") return failure("ENTERPRISE_CLOSED");
  const confirmedOn = enterprise.confirmedAt && dayOf(enterprise.confirmedAt);
  if (isNewTaxpayer(profile, confirmedOn)) return failure("NEW_TAXPAYER_UNIFIED");
  const { id, kind, legacySetUpAt, enterprisePasswordHash: passwordHash } = enterprise;
  const issued = enterprise.enterprisePasswordState !== "CHOSEN";
  if (issued && !changesIssued) return failure("ENTERPRISE_PASSWORD_ISSUED");
  return success({ id, kind, setUp: legacySetUpAt !== null, issued, passwordHash });
}

function auditRefusal(
  enterprise: { id: string } | null,
  profile: RegionProfile,
  problems: Problem[],
  at: Date,
) {
  return transaction((tx) =>
    appendAudit(tx, {
      at,
      action: "LEGACY_ENTERPRISE_PASSWORD",
      outcome: "REFUSED",
      region: profile.slug,
      actorKind: "SYSTEM",
      ...(enterprise && { enterpriseId: enterprise.id }),
      reason: problems[0]?.code,
    }),
  );
}

/**
 * First step of 普通登录, 代理机构登录 and 报验户登录: nobody is signed in by it; the answer leads to the choice of a person, or with
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
  const { profile, style } = open.value;
  const { entry } = form;
  if (!offersEntry(style, entry)) return failure("ENTRY_NOT_OFFERED");
  const how = { issued: true, anywhere: entry === "SPECIFIC" };
  const checked = await checkEnterprisePassword(form, profile, now, how);
  if (!checked.ok) return checked;
  const { id: enterpriseId, kind, setUp, issued } = checked.value;
  const begin = (data: LegacyFlowData, to: (flow: string) => string) =>
    beginWhileItStands(checked.value, { region: profile.slug, entry, data, to }, now);
  if (issued) {
    const data = { task: "CHANGE_ISSUED" as const, enterpriseId };
    return begin(data, (flow) => `/${profile.slug}/login/legacy/change-password?flow=${flow}`);
  }
  if (entry === "AGENCY" && kind !== "AGENCY") {
    return failure("NOT_AN_AGENCY", { field: "taxpayerId" });
  }
  if (kind === "SOCIAL_INSURANCE_ONLY") {
    const data = { task: "SOCIAL_INSURANCE" as const, enterpriseId };
    return begin(data, (flow) => `/${profile.slug}/login/legacy/social-insurance?flow=${flow}`);
  }
  const first = entry === "ENTERPRISE" && style.people === "SET_UP" && !setUp;
  const data = newLegacyLogin({ enterpriseId, first });
  return begin(data, (flow) => legacyPath(profile.slug, flow, data, entry));
}

type Beginning = {
  region: string;
  entry: LegacyEntry;
  data: LegacyFlowData;
  to: (flow: string) => string;
};

/**
 * Begins the flow if the password is still the one that was right: a change at the same moment either comes before and is noticed,
 * or comes after and ends the flow (`setEnterprisePassword`).
 */
async function beginWhileItStands(
  { id, passwordHash }: ProvedEnterprise,
  { region, entry, data, to }: Beginning,
  now: Date,
): Promise<Result<{ to: string }>> {
  const flow = await startLegacyFlow(region, entry, data, now);
  const where = { id, enterprisePasswordHash: passwordHash };
  if ((await db.enterprise.count({ where })) === 1) return success({ to: to(flow.id) });
  await db.flow.updateMany({ where: { id: flow.id }, data: { consumedAt: now } });
  return failure("TRY_AGAIN");
}

function offersEntry(style: LegacyStyle, entry: LegacyEntry): boolean {
  if (entry === "AGENCY") return style.agencyTab !== null;
  return entry === "ENTERPRISE" || offersWay(style, "CROSS_REGION");
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
    project: null,
  };
}
