import "server-only";
import { maskPhone } from "@/lib/domain/masking";
import { failure, type Result, success } from "@/lib/domain/result";
import { RESEND_SECONDS } from "@/lib/domain/sms-quota";
import {
  HALL_FLOW_REGION,
  HALL_LOGIN_MINUTES,
  type HallLoginData,
  hallLoginData,
  hallVerifyPath,
} from "@/lib/flows/hall-login";
import { findRegion } from "@/lib/regions/list";
import { appendAudit } from "../audit";
import { db, transaction } from "../db";
import { servedRegions } from "../fixed-region";
import { createFlow, type OpenFlow, readFlow } from "../flow-store";
import { verifyHumanCheck } from "../human-check";
import { secretLock, trySecret } from "../legacy/secret-attempts";
import { refusedOrDone } from "../login/finish";
import { verifyPassword } from "../password";
import { reveal } from "../protect";
import { codeProblem, sendCode, tryCode } from "../verification/codes";
import { codeView } from "../verification/person-target";
import { hallSignIn } from "./auth";
import { codeSecret, passwordSecret } from "./officer-secrets";

type At = { now: Date };

/**
 * 「登录」 with 工号 and 密码 (T1): five failures a day, then 00:00 (K1). Unknown, disabled and not yet set-up officers are answered
 * as a wrong password is, after the same work (K5). Problems: `HUMAN_CHECK_FAILED`, `OFFICER_PASSWORD_WRONG`, `LEGACY_LOCKED`.
 */
export async function submitOfficerPassword(
  form: { employeeNumber: string; password: string; humanCheck: string },
  { now }: At,
): Promise<Result<{ to: string }>> {
  if (!(await verifyHumanCheck(form.humanCheck))) {
    return failure("HUMAN_CHECK_FAILED", { field: "humanCheck" });
  }
  const officer = await db.officer.findFirst({
    where: {
      employeeNumber: form.employeeNumber,
      disabledAt: null,
      region: { in: servedRegions().map(({ slug }) => slug) },
    },
    select: { id: true, region: true, passwordHash: true },
  });
  const refused = await trySecret(
    passwordSecret(form.employeeNumber),
    () => verifyPassword(officer?.passwordHash ?? null, form.password),
    { code: "OFFICER_PASSWORD_WRONG", field: "password", now },
  );
  if (refused || !officer) {
    await auditRefusal(officer, now);
    return refused ?? failure("OFFICER_PASSWORD_WRONG", { field: "password" });
  }
  const flow = await createFlow<HallLoginData>({
    kind: "HALL_LOGIN",
    region: HALL_FLOW_REGION,
    entry: null,
    data: { officerId: officer.id, verified: false },
    now,
    ttlMinutes: HALL_LOGIN_MINUTES,
  });
  return success({ to: hallVerifyPath(flow.id) });
}

function auditRefusal(officer: { id: string; region: string } | null, at: Date) {
  return transaction((tx) =>
    appendAudit(tx, {
      at,
      action: "OFFICER_LOGIN_PASSWORD",
      outcome: "REFUSED",
      actorKind: officer ? "OFFICER" : "SYSTEM",
      ...(officer && { actorId: officer.id, region: officer.region }),
    }),
  );
}

type HallLogin = OpenFlow<HallLoginData> & { phone: string; bureauName: string };

/** The login of this browser, and the phone of its officer. */
async function readHallLogin(flow: unknown, now: Date): Promise<Result<HallLogin>> {
  const read = await readFlow(flow, {
    kind: "HALL_LOGIN",
    region: HALL_FLOW_REGION,
    schema: hallLoginData,
    now,
  });
  if (!read.ok) return read;
  const officer = await db.officer.findFirst({
    where: { id: read.value.data.officerId, disabledAt: null },
    select: { phoneCipher: true, region: true },
  });
  if (!officer) return failure("FLOW_EXPIRED");
  const phone = reveal("Officer.phone", officer.phoneCipher);
  const bureauName = findRegion(officer.region)?.bureauName ?? "";
  return success({ ...read.value, phone, bureauName });
}

/** What the second step shows; null when there is no login to go on with. */
export async function hallVerifyView(flow: unknown, now: Date) {
  const login = await readHallLogin(flow, now);
  if (!login.ok) return null;
  const { id, phone } = login.value;
  const target = { method: "SMS", address: phone } as const;
  const { resendSeconds } = await codeView({ flowId: id, purpose: "HALL_LOGIN" }, target, now);
  return { maskedPhone: maskPhone(phone), resendSeconds };
}

/** 「获取验证码」: to the officer's own phone; a locked officer is sent nothing (B1). */
export async function sendOfficerCode(
  form: { flow: string },
  { now }: At,
): Promise<Result<{ resendSeconds: number }>> {
  const login = await readHallLogin(form.flow, now);
  if (!login.ok) return login;
  const { id, data, phone, bureauName } = login.value;
  const lock = await secretLock(codeSecret(data.officerId), now);
  if (lock) return lock;
  const sent = await sendCode({
    flowId: id,
    purpose: "HALL_LOGIN",
    personId: null,
    target: { method: "SMS", address: phone },
    bureauName,
    now,
  });
  return sent.ok ? success({ resendSeconds: RESEND_SECONDS }) : sent;
}

/** 「登录」 of the second step: the right code opens the session. */
export async function submitOfficerCode(
  form: { flow: string; code: string },
  { now }: At,
): Promise<Result<{ to: string }>> {
  const login = await readHallLogin(form.flow, now);
  if (!login.ok) return login;
  const { id, data } = login.value;
  const key = { flowId: id, purpose: "HALL_LOGIN", method: "SMS" } as const;
  const problem = await codeProblem(key, now);
  if (problem) return failure(problem, { field: "code" });
  const refused = await trySecret(
    codeSecret(data.officerId),
    () =>
      transaction(async (tx) => {
        if ((await tryCode(tx, key, form.code, now)) !== "VERIFIED") return false;
        await tx.flow.updateMany({
          where: { id, consumedAt: null },
          data: { data: JSON.stringify({ ...data, verified: true }) },
        });
        return true;
      }),
    { code: "CODE_WRONG", field: "code", now },
  );
  if (refused) return refused;
  const claim = { flow: id, redirect: false, redirectTo: "/" } as const;
  const opened = await refusedOrDone(() => hallSignIn("officer", claim));
  return opened.ok ? success({ to: "/hall" }) : opened;
}
