import "server-only";
import type { z } from "zod";
import { challengeText } from "@/lib/domain/certificate-challenge";
import { failure, type Problem, type Result, success } from "@/lib/domain/result";
import { CERTIFICATE_FLOW_MINUTES, certificatePath } from "@/lib/flows/certificate-login";
import type { RegionProfile } from "@/lib/regions/types";
import type { certificateProof, presentedForm } from "@/lib/schemas/certificate";
import { appendAudit } from "../audit";
import { db, transaction } from "../db";
import { env } from "../env";
import { servedRegion } from "../fixed-region";
import { boundBrowserHash, createFlow } from "../flow-store";
import { verifyHumanCheck } from "../human-check";
import { takeFromWindow } from "../rate-limit";
import type { RequestContext } from "../request";
import { newChallenge, takeChallenge } from "./challenge";
import { checkCertificate, signedText } from "./check";
import { hasPeople } from "./people";
import { presentedCertificate } from "./proxy-header";
import { type ReadCertificate, readCertificate } from "./read";

/** Sign-ins begun with one certificate in ten minutes. */
const SIGN_INS_PER_CERTIFICATE = 20;
const WINDOW_SECONDS = 600;

type Refused = { ok: false; problems: Problem[] };
type Context = Pick<RequestContext, "now">;

function certificateRegion(slug: string): Result<RegionProfile> {
  const region = servedRegion(slug);
  return region?.certificateLogin ? success(region) : failure("CERTIFICATE_LOGIN_UNAVAILABLE");
}

/** What the browser is to sign, and for which origin (税务数字证书登录, first half). */
export async function beginCertificateSignIn(
  form: { region: string },
  { now }: Context,
): Promise<Result<{ challenge: string; origin: string }>> {
  const region = certificateRegion(form.region);
  if (!region.ok) return region;
  const binding = await boundBrowserHash();
  return success({
    challenge: newChallenge(binding, region.value.slug, now),
    origin: env().APP_URL,
  });
}

/**
 * The certificate and the signature of its key: identifies the enterprise (L12), nobody is signed in by it. The answer
 * leads to 办税人员选择. The challenge is used up whatever comes of it.
 */
export async function submitCertificate(
  form: z.output<typeof certificateProof>,
  context: Context,
): Promise<Result<{ to: string }>> {
  const region = await admit(form);
  if (!region.ok) return region;
  const { slug } = region.value;
  if (!(await takeChallenge(form.challenge, slug, context.now))) {
    return failure("CERTIFICATE_CHALLENGE_EXPIRED");
  }
  const certificate = readCertificate(Buffer.from(form.certificate, "base64"));
  const intermediates = form.intermediates
    .map((each) => readCertificate(Buffer.from(each, "base64")))
    .filter((each) => each !== null);
  if (!certificate) return failure("CERTIFICATE_UNREADABLE", { field: "file" });
  if (certificate.key === "SM2") return failure("CERTIFICATE_SM2", { field: "file" });
  const text = challengeText({
    origin: env().APP_URL,
    region: slug,
    challenge: form.challenge,
    fingerprint: certificate.fingerprint,
  });
  if (!signedText(certificate, text, Buffer.from(form.signature, "base64"))) {
    return refused(region.value, certificate, failure("CERTIFICATE_SIGNATURE_WRONG"), context.now);
  }
  return identify(region.value, certificate, intermediates, context.now);
}

/** The certificate the front server saw in TLS, in place of a file (CERTIFICATE_PROXY_SECRET). */
export async function submitPresentedCertificate(
  form: z.output<typeof presentedForm>,
  { now }: Context,
): Promise<Result<{ to: string }>> {
  const region = await admit(form);
  if (!region.ok) return region;
  const certificate = await presentedCertificate();
  if (!certificate) return failure("CERTIFICATE_NOT_PRESENTED");
  return identify(region.value, certificate, [], now);
}

async function admit(form: { region: string; humanCheck: string }): Promise<Result<RegionProfile>> {
  const region = certificateRegion(form.region);
  if (!region.ok) return region;
  return (await verifyHumanCheck(form.humanCheck))
    ? region
    : failure("HUMAN_CHECK_FAILED", { field: "humanCheck" });
}

/** Whose certificate it is, once its key is proved; begins the flow in which the person is chosen. */
async function identify(
  region: RegionProfile,
  certificate: ReadCertificate,
  intermediates: readonly ReadCertificate[],
  now: Date,
): Promise<Result<{ to: string }>> {
  const { fingerprint } = certificate;
  const limit = await takeFromWindow(`certificate:${fingerprint}`, {
    limit: SIGN_INS_PER_CERTIFICATE,
    windowSeconds: WINDOW_SECONDS,
    now,
  });
  if (!limit.allowed) {
    return failure("RATE_LIMITED", { params: { retryAt: limit.retryAt.toISOString() } });
  }
  const checked = await checkCertificate(certificate, intermediates, now);
  if (!checked.ok) return refused(region, certificate, checked, now);
  const enterprise = await enterpriseOf(checked.value.taxpayerId, region, now);
  if (!enterprise.ok) return refused(region, certificate, enterprise, now);
  const enterpriseId = enterprise.value;
  const flow = await createFlow({
    kind: "LEGACY_LOGIN",
    region: region.slug,
    entry: "ENTERPRISE",
    data: { enterpriseId, fingerprint },
    now,
    ttlMinutes: CERTIFICATE_FLOW_MINUTES,
  });
  await transaction((tx) =>
    appendAudit(tx, { ...about(region, certificate, now), outcome: "OK", enterpriseId }),
  );
  return success({ to: certificatePath(region.slug, flow.id) });
}

/** The enterprise of this bureau with that code, if anybody may sign in for it. */
async function enterpriseOf(
  taxpayerId: string,
  region: RegionProfile,
  now: Date,
): Promise<Result<string>> {
  const enterprise = await db.enterprise.findFirst({
    where: { creditCode: taxpayerId, region: region.slug, status: { not: "CLOSED" } },
    select: { id: true, status: true },
  });
  if (!enterprise) return failure("ENTERPRISE_UNKNOWN");
  if (enterprise.status === "UNCONFIRMED") return failure("ENTERPRISE_UNCONFIRMED");
  if (!(await hasPeople(enterprise.id, now))) return failure("NO_PERSON_TO_CHOOSE");
  return success(enterprise.id);
}

function about(region: RegionProfile, { fingerprint }: ReadCertificate, now: Date) {
  return {
    at: now,
    action: "LOGIN_CERTIFICATE",
    region: region.slug,
    actorKind: "SYSTEM" as const,
    subjectKind: "Certificate",
    subjectId: fingerprint,
  };
}

/** Leaves a trace of a certificate that was refused; the problem belongs to the file. */
async function refused(
  region: RegionProfile,
  certificate: ReadCertificate,
  { problems }: Refused,
  now: Date,
): Promise<Refused> {
  await transaction((tx) =>
    appendAudit(tx, {
      ...about(region, certificate, now),
      outcome: "REFUSED",
      reason: problems[0]?.code,
    }),
  );
  return { ok: false, problems: problems.map((problem) => ({ ...problem, field: "file" })) };
}
