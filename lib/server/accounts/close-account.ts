import "server-only";
import { failure, type Result, success } from "@/lib/domain/result";
import { RESEND_SECONDS } from "@/lib/domain/sms-quota";
import { appendAudit } from "../audit";
import { db, type Tx, transaction } from "../db";
import { faceIsKnown } from "../face/check";
import { personSubject } from "../face/subject";
import { consumeFlow, endFlowsOf } from "../flow-store";
import { carryNotice, type NoticeTarget } from "../notices/carry";
import { notify } from "../notices/notify";
import { lockPhones } from "../phones/own-phone";
import { reveal } from "../protect";
import { type CurrentSession, revokeSessions } from "../session-store";
import { sendCode } from "../verification/codes";
import { type CodeView, maskTarget, personTarget } from "../verification/person-target";
import { submitCode } from "../verification/submit-code";
import { ownAccountFlow, ownAccountId, readAccountFlow } from "./account-flow";
import { checkPersonalPassword } from "./check-password";
import { lockOf } from "./lockout";

type Context = { session: CurrentSession; now: Date };

/** How the person proves themselves before closing: a code, or a face where no code can be sent. */
export async function closingView(
  { flow }: { flow: unknown },
  { session, now }: Context,
): Promise<Pick<CodeView, "method" | "maskedTarget"> & { faceKnown: boolean; faced: boolean }> {
  const { personId, region } = session;
  const accountId = await ownAccountId(personId);
  const target = await personTarget({ personId, accountId, phoneId: null });
  const open = await readAccountFlow("CLOSE_ACCOUNT", { region, flow }, { session, now });
  return {
    method: target?.method ?? null,
    maskedTarget: target && maskTarget(target),
    faceKnown: await faceIsKnown(personSubject(personId)),
    faced: open.ok && open.value.data.proof === "FACE",
  };
}

/** 「获取验证码」 of 用户注销; the first one begins the flow, whose id every later step carries. */
export async function sendClosingCode(
  form: { flow: string },
  { session, now }: Context,
): Promise<Result<{ resendSeconds: number; flow: string }>> {
  const flow = await ownAccountFlow("CLOSE_ACCOUNT", form.flow, { session, now });
  if (!flow.ok) return flow;
  const { id, data, profile } = flow.value;
  const target = await personTarget(data);
  if (!target) return failure("PHONE_EMPTY");
  const lock = await lockOf(data.accountId, target.method, profile, now);
  if (lock) return lock;
  const { personId } = data;
  const { bureauName } = profile;
  const sent = await sendCode({
    flowId: id,
    purpose: "CLOSE_ACCOUNT",
    personId,
    target,
    bureauName,
    now,
  });
  return sent.ok ? success({ resendSeconds: RESEND_SECONDS, flow: id }) : sent;
}

/**
 * 「确认注销」 (A3; 西藏 二(三)1): both factors, then the account is closed, all sessions end, phones, mailbox and username are free for
 * others; person and relations stay (仅注销账户信息，不解除人企关联关系). Every channel it had is told.
 * Problems: those of the password at `password`, those of the code at `code`, `STEPS_EXPIRED`.
 */
export async function closeAccount(
  form: { flow: string; password: string; code?: string },
  { session, now }: Context,
): Promise<Result<{ to: string }>> {
  const { personId, region } = session;
  if (!form.flow) return failure("CODE_NOT_SENT", { field: "code" });
  const flow = await readAccountFlow(
    "CLOSE_ACCOUNT",
    { region, flow: form.flow },
    { session, now },
  );
  if (!flow.ok) return flow;
  const { id, data, profile } = flow.value;
  const account = await db.account.findUniqueOrThrow({
    where: { personId },
    select: { id: true, passwordHash: true },
  });
  const refused = await checkPersonalPassword(
    { ...account, personId },
    form.password,
    { action: "CLOSE_ACCOUNT", code: "PASSWORD_WRONG", field: "password" },
    { region: profile, now },
  );
  if (refused) return refused;
  let closed: Closed | null = null;
  const close = async (tx: Tx, by: string) => {
    closed = (await consumeFlow(tx, id, now)) ? await closeOwn(tx, session, by, now) : null;
  };
  if (form.code === undefined) {
    if (data.proof !== "FACE") return failure("STEPS_EXPIRED");
    await transaction((tx) => close(tx, "FACE"));
  } else {
    const target = await personTarget(data);
    if (!target) return failure("PHONE_EMPTY");
    const { method } = target;
    const key = { flowId: id, purpose: "CLOSE_ACCOUNT" as const, method };
    const tried = await submitCode(
      { key, code: form.code, accountId: account.id, region: profile, now },
      (tx) => close(tx, method),
    );
    if (!tried.ok) return tried;
  }
  // Assigned in the transaction, which the compiler does not see.
  const done = closed as Closed | null;
  if (!done) return failure("STEPS_EXPIRED");
  await carryNotice(done.notice, { region, furtherTargets: done.furtherTargets, now });
  return success({ to: `/${region}/login?reason=ACCOUNT_CLOSED` });
}

type Closed = { notice: string; furtherTargets: NoticeTarget[] };

async function closeOwn(
  tx: Tx,
  { personId, region }: Pick<CurrentSession, "personId" | "region">,
  by: string,
  now: Date,
): Promise<Closed | null> {
  await lockPhones(tx, [personId], now);
  const { phones, account } = await tx.person.findUniqueOrThrow({
    where: { id: personId },
    select: {
      phones: { select: { numberCipher: true } },
      account: { select: { emailCipher: true } },
    },
  });
  const { count } = await tx.account.updateMany({
    where: { personId, status: "ACTIVE" },
    data: {
      status: "CLOSED",
      closedAt: now,
      username: null,
      usernameKey: null,
      emailCipher: null,
      emailIndex: null,
    },
  });
  if (count === 0) return null;
  await tx.phone.deleteMany({ where: { personId } });
  await endFlowsOf(tx, personId, now);
  await revokeSessions(tx, { personId }, "ACCOUNT_CLOSED", now);
  const notice = await notify(tx, { personId, kind: "ACCOUNT_CLOSED" }, now);
  await appendAudit(tx, {
    at: now,
    action: "CLOSE_ACCOUNT",
    outcome: "OK",
    region,
    actorKind: "PERSON",
    actorId: personId,
    personId,
    detail: { by },
  });
  const email = account?.emailCipher;
  return {
    notice,
    furtherTargets: [
      ...phones.map(({ numberCipher }) => ({
        channel: "SMS" as const,
        to: reveal("Phone.number", numberCipher),
      })),
      ...(email ? [{ channel: "EMAIL" as const, to: reveal("Account.email", email) }] : []),
    ],
  };
}
