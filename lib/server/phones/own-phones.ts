import "server-only";
import { maskPhone } from "@/lib/domain/masking";
import { failure, type Result, success } from "@/lib/domain/result";
import { ownAccountFlow } from "../accounts/account-flow";
import { forgetProofs, standsOnSecondFactor, voidCodesTo } from "../accounts/second-factor-proof";
import { appendAudit } from "../audit";
import { type Tx, transaction } from "../db";
import { carryNotice, type NoticeTarget } from "../notices/carry";
import { notify } from "../notices/notify";
import { blindIndex, reveal } from "../protect";
import type { CurrentSession } from "../session-store";
import { bindPhone, sendNewPhoneCode } from "./new-phone";
import { lockPhones, makeDefaultPhone, promoteAnotherPhone } from "./own-phone";

type Context = { session: CurrentSession; now: Date };

/** 「获取验证码」 of 添加手机号码; the first one begins the flow, whose id every later step carries. */
export async function sendAddPhoneCode(
  form: { flow: string; phone: string },
  { session, now }: Context,
): Promise<Result<{ resendSeconds: number; flow: string }>> {
  if (!standsOnSecondFactor(session)) return failure("SECOND_FACTOR_LOST");
  const flow = await ownAccountFlow("ADD_PHONE", form.flow, { session, now });
  if (!flow.ok) return flow;
  const sent = await sendNewPhoneCode({ ...flow.value, kind: "ADD_PHONE" }, form.phone, now);
  return sent.ok ? success({ ...sent.value, flow: flow.value.id }) : sent;
}

/** 添加手机号码 (P3; 西藏 二(二)5, 6): the number becomes the person's by a code sent to it. */
export async function addPhone(
  form: { flow: string; phone: string; code: string },
  { session, now }: Context,
): Promise<Result> {
  if (!standsOnSecondFactor(session)) return failure("SECOND_FACTOR_LOST");
  if (!form.flow) return failure("CODE_NOT_SENT", { field: "code" });
  const flow = await ownAccountFlow("ADD_PHONE", form.flow, { session, now });
  return flow.ok ? bindPhone({ ...flow.value, kind: "ADD_PHONE" }, form, now) : flow;
}

/** 「设为默认」 (P3): codes go there when the login named no phone. Problem: `PHONE_NOT_FOUND`, also for somebody else's phone. */
export async function setDefaultPhone(
  { phoneId }: { phoneId: string },
  { session, now }: Context,
): Promise<Result> {
  if (!standsOnSecondFactor(session)) return failure("SECOND_FACTOR_LOST");
  const { personId, region } = session;
  const notice = await transaction(async (tx) => {
    await lockPhones(tx, [personId], now);
    const phone = await ownNumber(tx, { personId, phoneId });
    if (!phone || !(await makeDefaultPhone(tx, { personId, phoneId }))) return null;
    const params = { phone: maskPhone(phone.number) };
    const message = await notify(tx, { personId, kind: "PHONE_DEFAULT_CHANGED", params }, now);
    await auditPhone(tx, "SET_DEFAULT_PHONE", { personId, region, phoneId }, now);
    return message;
  });
  if (!notice) return failure("PHONE_NOT_FOUND");
  await carryNotice(notice, { region, now });
  return success();
}

/**
 * 「删除」 of a phone (P3). The last one only when the person was told that none will be left (`last`): `PHONE_LAST`. After the default
 * one the phone verified last becomes it. Whoever has the removed phone in hand is left with nothing: other sessions of the person lose what a
 * message proved (B15), this one goes on as it is, or the last phone could not be replaced by another. The removed number is told, too
 * (A5). Problems: `PHONE_NOT_FOUND`, `SECOND_FACTOR_LOST`.
 */
export async function removePhone(
  { phoneId, last }: { phoneId: string; last: boolean },
  { session, now }: Context,
): Promise<Result> {
  if (!standsOnSecondFactor(session)) return failure("SECOND_FACTOR_LOST");
  const { personId, region } = session;
  type Removed = { problem: string } | { notice: string; furtherTargets: NoticeTarget[] };
  const removed = await transaction(async (tx): Promise<Removed> => {
    await lockPhones(tx, [personId], now);
    const phone = await ownNumber(tx, { personId, phoneId });
    if (!phone) return { problem: "PHONE_NOT_FOUND" };
    if (!last && (await tx.phone.count({ where: { personId } })) === 1) {
      return { problem: "PHONE_LAST" };
    }
    const { count } = await tx.phone.deleteMany({ where: { id: phoneId, personId } });
    if (count === 0) return { problem: "PHONE_NOT_FOUND" };
    await voidCodesTo(tx, { personId, numberIndex: blindIndex("phone", phone.number) }, now);
    await forgetProofs(tx, { personId, except: session.id }, "SMS");
    if (phone.isDefault) await promoteAnotherPhone(tx, personId);
    const params = { phone: maskPhone(phone.number) };
    const notice = await notify(tx, { personId, kind: "PHONE_REMOVED", params }, now);
    await auditPhone(tx, "REMOVE_PHONE", { personId, region, phoneId }, now);
    return { notice, furtherTargets: [{ channel: "SMS", to: phone.number }] };
  });
  if ("problem" in removed) return failure(removed.problem);
  const { notice, furtherTargets } = removed;
  await carryNotice(notice, { region, furtherTargets, now });
  return success();
}

async function ownNumber(tx: Tx, { personId, phoneId }: { personId: string; phoneId: string }) {
  const row = await tx.phone.findFirst({
    where: { id: phoneId, personId },
    select: { numberCipher: true, isDefault: true },
  });
  return row && { number: reveal("Phone.number", row.numberCipher), isDefault: row.isDefault };
}

async function auditPhone(
  tx: Tx,
  action: string,
  { personId, region, phoneId }: { personId: string; region: string; phoneId: string },
  now: Date,
): Promise<void> {
  await appendAudit(tx, {
    at: now,
    action,
    outcome: "OK",
    region,
    actorKind: "PERSON",
    actorId: personId,
    personId,
    subjectKind: "Phone",
    subjectId: phoneId,
  });
}
