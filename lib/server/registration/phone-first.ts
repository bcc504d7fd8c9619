import "server-only";
import { failure, type Problem, type Result, success } from "@/lib/domain/result";
import {
  REGISTER_FLOW_MINUTES,
  type RegisterFlowData,
  type RegisterPhoneData,
  registerPath,
  registerPhoneData,
} from "@/lib/flows/register";
import { registerPhonePath } from "@/lib/flows/register-pages";
import type { RegionProfile } from "@/lib/regions/types";
import type { RegisterPersonForm } from "@/lib/schemas/register";
import { type Tx, transaction } from "../db";
import { servedRegion } from "../fixed-region";
import { createFlow, type OpenFlow, readFlow } from "../flow-store";
import { verifyHumanCheck } from "../human-check";
import { hashPassword } from "../password";
import { blindIndex, protect, reveal } from "../protect";
import { takeFromWindow } from "../rate-limit";
import type { RequestContext } from "../request";
import { codeProblem, tryCode } from "../verification/codes";
import { checkedIdentity } from "./begin";
import { registrationCodeProblem, sendWithin } from "./contact";
import { accessProblems } from "./details";
import { holderOf, holderProblems } from "./holder";
import { readRegisterFlow } from "./register-flow";

type At = { now: Date };
type PhoneFlow = OpenFlow<RegisterPhoneData> & { profile: RegionProfile };

/** Times one verified phone may tell who it is: whoever guesses needs a message for every few. */
const TRIES_PER_PHONE = 5;

/** A registration that begins with the phone, for this browser, until it knows the person; else `REGISTRATION_EXPIRED`. */
export async function readPhoneFlow(
  region: string,
  flow: unknown,
  now: Date,
): Promise<Result<PhoneFlow>> {
  const profile = servedRegion(region);
  if (!profile) return failure("REGION_UNKNOWN");
  const read = await readFlow(flow, { kind: "REGISTER", region, schema: registerPhoneData, now });
  return read.ok ? success({ ...read.value, profile }) : failure("REGISTRATION_EXPIRED");
}

/** 手机验证, first step where a registration begins with the phone (云南 2.4.1(3), 2.4.2(3)). Nothing is sent yet. */
export async function beginWithPhone(
  form: { region: string; enterpriseUser: boolean; contact: string; humanCheck: string },
  { now }: At,
): Promise<Result<{ to: string }>> {
  const region = servedRegion(form.region);
  if (region?.registrationBegins !== "PHONE") return failure("REGION_UNKNOWN");
  if (!(await verifyHumanCheck(form.humanCheck))) {
    return failure("HUMAN_CHECK_FAILED", { field: "humanCheck" });
  }
  const phone = {
    contactCipher: protect("Flow.contact", form.contact),
    contactIndex: blindIndex("phone", form.contact),
    verified: false,
  };
  const data: RegisterPhoneData = { enterpriseUser: form.enterpriseUser, phone };
  const flow = await createFlow({
    kind: "REGISTER",
    region: region.slug,
    entry: "PERSON",
    data,
    now,
    ttlMinutes: REGISTER_FLOW_MINUTES,
  });
  return success({ to: registerPhonePath(region.slug, flow.id) });
}

/** 「获取验证码」 to the phone a registration begins with. Problems: those of `sendCode`. */
export async function sendPhoneCode(
  form: { region: string; flow: string },
  { now, address: from }: Pick<RequestContext, "now" | "address">,
): Promise<Result<{ resendSeconds: number }>> {
  const read = await readPhoneFlow(form.region, form.flow, now);
  if (!read.ok) return read;
  const { id, data, profile } = read.value;
  if (data.phone.verified) return failure("REGISTER_CODE_USED");
  const address = reveal("Flow.contact", data.phone.contactCipher);
  return sendWithin(id, { method: "SMS", address }, profile, { now, address: from });
}

/** The code proves the phone; pressed again it leads on. Problems: those of the code. */
export async function verifyRegisterPhone(
  form: { region: string; flow: string; code: string },
  { now }: At,
): Promise<Result<{ to: string }>> {
  const read = await readPhoneFlow(form.region, form.flow, now);
  if (!read.ok) return read;
  const { id, data, region } = read.value;
  const on = success({ to: registerPhonePath(region, id) });
  if (data.phone.verified) return on;
  const key = { flowId: id, purpose: "REGISTER" as const, method: "SMS" as const };
  // Pressed twice at once: the other press has proved it.
  const refused = async (code: string): Promise<Result<{ to: string }>> => {
    const again = code === "CODE_USED" ? await readPhoneFlow(form.region, form.flow, now) : null;
    const proved = again && (!again.ok || again.value.data.phone.verified);
    return proved ? on : registrationCodeProblem(code);
  };
  const unsent = await codeProblem(key, now);
  if (unsent) return refused(unsent);
  const outcome = await transaction(async (tx) => {
    const tried = await tryCode(tx, key, form.code, now);
    const proved = { ...data, phone: { ...data.phone, verified: true } };
    if (tried === "VERIFIED" && !(await continueWith(tx, id, proved, now))) return "CODE_USED";
    return tried;
  });
  return outcome === "VERIFIED" ? on : refused(outcome);
}

/**
 * 基本信息填写 once the phone is verified: who it is, and password and user name. Only now is told whether the document is registered
 * (云南 2.4.1(4)). Problems: those of `checkedIdentity` and of `submitDetails` but the code's.
 */
export async function submitPerson(
  form: RegisterPersonForm,
  { now }: At,
): Promise<Result<{ to: string }>> {
  const read = await readPhoneFlow(form.region, form.flow, now);
  if (!read.ok) return pressedTwice(form, now);
  const { id, data: begun, region, profile } = read.value;
  const { contactCipher, contactIndex, verified } = begun.phone;
  if (!verified) return success({ to: registerPhonePath(region, id) });
  const window = await takeFromWindow(`register-phone:${id}`, {
    limit: TRIES_PER_PHONE,
    windowSeconds: REGISTER_FLOW_MINUTES * 60,
    now,
  });
  if (!window.allowed) {
    return failure("RATE_LIMITED", { params: { retryAt: window.retryAt.toISOString() } });
  }
  const { enterpriseUser } = begun;
  const identity = await checkedIdentity(
    { ...form, overseas: false, enterpriseUser },
    profile,
    now,
  );
  if (!identity.ok) return identity;
  // 云南 2.4: everybody is verified by 支付宝 or 微信, whoever was photographed at a hall too.
  const { data, person } = identity.value;
  const contact = reveal("Flow.contact", contactCipher);
  const holder = holderOf(data, person);
  const problems = holder
    ? await holderProblems({ newPassword: form.newPassword, contact }, holder, profile, now)
    : await accessProblems(form, contact, data, person);
  // Not given back: that a password is weak is only told of a document that is not registered.
  if (problems.length > 0) return { ok: false, problems: problems.map(besidePhone) };
  const passwordHash = await hashPassword(form.newPassword);
  const details = { contactCipher, contactIndex, passwordHash, username: form.username || null };
  const known: RegisterFlowData = { ...data, details, holder };
  const written = await transaction((tx) => continueWith(tx, id, known, now));
  return written ? success({ to: registerPath(region, id, known) }) : pressedTwice(form, now);
}

/** The phone stands on an earlier page: what is wrong with it belongs to no field here. */
function besidePhone({ field, ...problem }: Problem): Problem {
  return field === "contact" ? problem : { ...problem, field };
}

/** The other press has gone on already: this one follows. */
async function pressedTwice(
  { region, flow }: { region: string; flow: string },
  now: Date,
): Promise<Result<{ to: string }>> {
  const on = await readRegisterFlow(region, flow, now);
  return on.ok ? success({ to: registerPath(region, flow, on.value.data) }) : on;
}

/** Writes what is known from now on, unless the person is known already: of two tabs one goes on. */
async function continueWith(
  tx: Tx,
  id: string,
  to: RegisterPhoneData | RegisterFlowData,
  now: Date,
): Promise<boolean> {
  const row = await tx.flow.findUniqueOrThrow({ where: { id }, select: { data: true } });
  if (!registerPhoneData.safeParse(JSON.parse(row.data)).success) return false;
  const { count } = await tx.flow.updateMany({
    where: { id, data: row.data, consumedAt: null, expiresAt: { gt: now } },
    data: { data: JSON.stringify(to) },
  });
  return count === 1;
}
