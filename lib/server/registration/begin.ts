import "server-only";
import { dayOf } from "@/lib/domain/china-time";
import { checkDocumentNumber } from "@/lib/domain/documents";
import { collectedFirst, EMAIL_LEVEL, sameName } from "@/lib/domain/registration-rules";
import { failure, type Problem, type Result, success } from "@/lib/domain/result";
import { REGISTER_FLOW_MINUTES, type RegisterFlowData, registerPath } from "@/lib/flows/register";
import type { RegionProfile } from "@/lib/regions/types";
import type { RegisterIdentityForm } from "@/lib/schemas/register";
import { servedRegion } from "../fixed-region";
import { createFlow } from "../flow-store";
import { verifyHumanCheck } from "../human-check";
import { blindIndex, protect } from "../protect";
import { takeFromWindow } from "../rate-limit";
import type { RequestContext } from "../request";
import { findRegistering, type Registering } from "./known-person";

/** Names that may be tried with one document in an hour: whoever guesses learns little. */
const TRIES_PER_DOCUMENT = 10;
const TRIES_WINDOW_SECONDS = 3600;

/**
 * 身份信息校验, first step of 用户注册 and 境外自然人注册: may the holder of this document register here (R1–R3, R5)? Nothing is stored of
 * them but the flow. Problems: `DOCUMENT_REGISTERED`, `PHONE_NOT_COLLECTED` (to a hall first), `IDENTITY_MISMATCH` (a name other
 * than the known one, and whatever else is not told), `DOCUMENT_NOT_OFFERED`, `OVERSEAS_COLLECTED`, `RATE_LIMITED`.
 */
export async function beginRegistration(
  form: RegisterIdentityForm,
  { now }: RequestContext,
): Promise<Result<{ to: string }>> {
  const region = servedRegion(form.region);
  const offered = form.overseas
    ? region?.overseasRegistration
    : region?.registrationBegins === "DOCUMENT";
  if (!region || !offered) return failure("REGION_UNKNOWN");
  if (!(await verifyHumanCheck(form.humanCheck))) {
    return failure("HUMAN_CHECK_FAILED", { field: "humanCheck" });
  }
  const identity = await checkedIdentity({ ...form, enterpriseUser: false }, region, now);
  if (!identity.ok) return identity;
  const { data } = identity.value;
  const flow = await createFlow({
    kind: form.overseas ? "OVERSEAS_REGISTER" : "REGISTER",
    region: region.slug,
    entry: "PERSON",
    data,
    now,
    ttlMinutes: REGISTER_FLOW_MINUTES,
  });
  return success({ to: registerPath(region.slug, flow.id, data) });
}

/**
 * What a registration knows of whoever holds this document, and whom the bureau knows by it: the checks of 身份信息校验, whichever
 * step they stand in. Problems as above.
 */
export async function checkedIdentity(
  form: Omit<RegisterIdentityForm, "humanCheck" | "region"> & { enterpriseUser: boolean },
  region: RegionProfile,
  now: Date,
): Promise<Result<{ data: RegisterFlowData; person: Registering | null }>> {
  const wrong =
    offeredProblem(form, region) ??
    checkDocumentNumber(form.documentType, form.documentNumber, dayOf(now));
  if (wrong) {
    const field = wrong === "DOCUMENT_NOT_OFFERED" ? "documentType" : "documentNumber";
    return failure(wrong, { field });
  }
  const { overseas, enterpriseUser, documentType, country, documentNumber, name } = form;
  const documentNumberIndex = blindIndex("documentNumber", documentNumber);
  const window = await takeFromWindow(`register:${documentNumberIndex}`, {
    limit: TRIES_PER_DOCUMENT,
    windowSeconds: TRIES_WINDOW_SECONDS,
    now,
  });
  if (!window.allowed) {
    return failure("RATE_LIMITED", { params: { retryAt: window.retryAt.toISOString() } });
  }
  const data: RegisterFlowData = {
    overseas,
    documentType,
    country,
    documentNumberCipher: protect("Person.documentNumber", documentNumber),
    documentNumberIndex,
    name,
    details: null,
    face: overseas ? "SKIPPED" : "NEEDED",
    enterpriseUser,
    holder: null,
  };
  const person = await findRegistering(data);
  const problem = identityProblem(data, person);
  if (problem) return { ok: false, problems: [registeredHere(problem, region)] };
  return success({ data, person });
}

/** 「该用户已注册」, as 云南 2.4.1(4) has it. */
function registeredHere(problem: Problem, { taxAuthorities }: RegionProfile): Problem {
  const own = problem.code === "DOCUMENT_REGISTERED" && taxAuthorities;
  return own ? { ...problem, code: "USER_REGISTERED" } : problem;
}

/** 其他个人证件 is for 境外自然人注册 alone, which has no others than those of its bureau. */
function offeredProblem(
  { overseas, documentType }: Pick<RegisterIdentityForm, "overseas" | "documentType">,
  { overseasRegistration }: RegionProfile,
): "DOCUMENT_NOT_OFFERED" | null {
  const offered = overseas
    ? overseasRegistration?.includes(documentType)
    : documentType !== "OTHER";
  return offered ? null : "DOCUMENT_NOT_OFFERED";
}

/** Why this document cannot be registered, as far as it may be told; asked again when the registration is completed. */
export function identityProblem(
  { overseas, enterpriseUser, documentType, name }: RegisterFlowData,
  known: Registering | null,
): Problem | null {
  if (known?.account?.status === "ACTIVE" && !enterpriseUser) {
    return { code: "DOCUMENT_REGISTERED", field: "documentNumber" };
  }
  const sameAsKnown = known !== null && sameName(known.name, name);
  if (overseas) {
    if (known && !sameAsKnown) return { code: "IDENTITY_MISMATCH" };
    // A mailbox proves less than the hall has: it must not open what the hall has closed.
    const proved = known && (known.collectedAtHall || known.realNameLevel > EMAIL_LEVEL);
    return proved ? { code: "OVERSEAS_COLLECTED" } : null;
  }
  if (collectedFirst(documentType)) {
    const collected = sameAsKnown && known.collectedAtHall && known.phoneIndexes.length > 0;
    return collected ? null : { code: "PHONE_NOT_COLLECTED" };
  }
  return known && !sameAsKnown ? { code: "IDENTITY_MISMATCH" } : null;
}
