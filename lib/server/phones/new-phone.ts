import "server-only";
import { maskPhone } from "@/lib/domain/masking";
import { checkPhoneNumber } from "@/lib/domain/phone-number";
import { failure, type Result, success } from "@/lib/domain/result";
import { RESEND_SECONDS } from "@/lib/domain/sms-quota";
import type { AccountFlowData } from "@/lib/flows/account";
import type { RegionProfile } from "@/lib/regions/types";
import { lockOf } from "../accounts/lockout";
import { unchangedPassword } from "../accounts/password-mark";
import { appendAudit } from "../audit";
import { db, type Tx } from "../db";
import { consumeFlow } from "../flow-store";
import { carryNotice } from "../notices/carry";
import { notify } from "../notices/notify";
import { blindIndex, reveal } from "../protect";
import { giveBack, takeFromWindow } from "../rate-limit";
import { sendCode } from "../verification/codes";
import { submitCode } from "../verification/submit-code";
import { ownPhone } from "./own-phone";

/** Messages to numbers that are not theirs yet, that one person may cause in a day. */
const NEW_NUMBER_MESSAGES = 10;
const DAY_SECONDS = 24 * 60 * 60;

/** A flow that binds a phone: 添加手机号码 or 找回手机号码. */
type BindingFlow = {
  id: string;
  kind: "ADD_PHONE" | "FIND_PHONE";
  data: AccountFlowData;
  profile: RegionProfile;
};

/**
 * 「获取验证码」 to a number that is to be bound. Whether somebody else has it is not told (P2: whoever verified it last owns it).
 * Problems at `phone`: `PHONE_INVALID`, `PHONE_ALREADY_YOURS`; else `RATE_LIMITED`, and those of `sendCode`.
 */
export async function sendNewPhoneCode(
  { id: flowId, kind, data, profile }: BindingFlow,
  phone: string,
  now: Date,
): Promise<Result<{ resendSeconds: number }>> {
  const { personId, accountId } = data;
  if (checkPhoneNumber(phone)) return failure("PHONE_INVALID", { field: "phone" });
  if (await isOwn(personId, phone)) return failure("PHONE_ALREADY_YOURS", { field: "phone" });
  const lock = await lockOf(accountId, "SMS", profile, now);
  if (lock) return lock;
  const key = `new-phone:${personId}`;
  const window = await takeFromWindow(key, {
    limit: NEW_NUMBER_MESSAGES,
    windowSeconds: DAY_SECONDS,
    now,
  });
  if (!window.allowed) {
    return failure("RATE_LIMITED", { params: { retryAt: window.retryAt.toISOString() } });
  }
  const sent = await sendCode({
    flowId,
    purpose: kind,
    personId,
    target: { method: "SMS", address: phone },
    bureauName: profile.bureauName,
    now,
  });
  if (!sent.ok) await giveBack(key);
  return sent.ok ? success({ resendSeconds: RESEND_SECONDS }) : sent;
}

async function isOwn(personId: string, phone: string): Promise<boolean> {
  const numberIndex = blindIndex("phone", phone);
  return (await db.phone.count({ where: { numberIndex, personId } })) > 0;
}

/**
 * 「确定」: the number the code went to becomes the person's (P2), the default one if they have none; a former owner loses it and is
 * told (B15). The person is told on every other channel and in the message centre (B3). Nothing for an account closed meanwhile.
 */
export async function bindPhone(
  { id: flowId, kind, data, profile }: BindingFlow,
  { phone, code }: { phone: string; code: string },
  now: Date,
): Promise<Result> {
  const { personId, accountId } = data;
  const key = { flowId, purpose: kind, method: "SMS" as const };
  // Another number than the one the code went to: that one was not asked for.
  if ((await sentTo(db, key)) !== phone) return failure("CODE_NOT_SENT", { field: "code" });
  const notices: string[] = [];
  const tried = await submitCode(
    { key, code, accountId, region: profile, now, newTarget: true },
    async (tx) => {
      notices.length = 0;
      // Read again: right codes freeze their target, so this is the number that was verified.
      const number = await sentTo(tx, key);
      if (!number || !(await consumeFlow(tx, flowId, now))) return;
      if (!(await unchangedPassword(tx, data))) return;
      const { phoneId, formerOwnerId } = await ownPhone(tx, { personId, number }, now);
      const masked = { phone: maskPhone(number) };
      if (formerOwnerId) {
        notices.push(
          await notify(
            tx,
            { personId: formerOwnerId, kind: "PHONE_TAKEN_OVER", params: masked },
            now,
          ),
        );
      }
      const told = kind === "ADD_PHONE" ? "PHONE_ADDED" : "PHONE_FOUND";
      notices.push(await notify(tx, { personId, kind: told, params: masked }, now));
      await appendAudit(tx, {
        at: now,
        action: kind,
        outcome: "OK",
        region: profile.slug,
        actorKind: "PERSON",
        actorId: personId,
        personId,
        subjectKind: "Phone",
        subjectId: phoneId,
        detail: { formerOwnerId },
      });
    },
  );
  if (!tried.ok) return tried;
  for (const notice of notices) {
    await carryNotice(notice, { region: profile.slug, exceptPhones: [phone], now });
  }
  return notices.length > 0 ? success() : failure("STEPS_EXPIRED");
}

type TargetKey = { flowId: string; purpose: "ADD_PHONE" | "FIND_PHONE"; method: "SMS" };

/** The number the newest code of this flow went to. */
async function sentTo(tx: Tx, key: TargetKey): Promise<string | null> {
  const row = await tx.verification.findUnique({
    where: { flowId_purpose_method: key },
    select: { targetCipher: true, sentAt: true },
  });
  return row?.sentAt && row.targetCipher ? reveal("Verification.target", row.targetCipher) : null;
}
