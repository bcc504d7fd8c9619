import "server-only";
import { randomUUID } from "node:crypto";
import type { Verification } from "@/generated/sqlite/client";
import type { VerificationPurpose } from "@/generated/sqlite/enums";
import { isForeignType } from "@/lib/domain/documents";
import { failure, type Result, success } from "@/lib/domain/result";
import {
  CODE_TTL_MINUTES,
  MAX_CODE_TRIES,
  MESSAGES_PER_WINDOW,
  WINDOW_MINUTES,
} from "@/lib/domain/sms-quota";
import { englishCode } from "@/lib/english/messages";
import { regionOfBureau } from "@/lib/regions/list";
import { db, isUniqueViolation, type Tx } from "../db";
import { env } from "../env";
import { messageGateway } from "../gateways/message-gateway";
import { blindIndex, protect } from "../protect";
import { giveBack, takeFromWindow } from "../rate-limit";
import { hashCode, newCode } from "../tokens";

/** Where a code goes: a phone or a mailbox, normalised. */
export type CodeTarget = { method: "SMS" | "EMAIL"; address: string };

type CodeRequest = {
  flowId: string;
  purpose: VerificationPurpose;
  /** Null while the person is not registered yet. */
  personId: string | null;
  /** Whoever is not registered yet shows a document from abroad: the message carries a line in English. */
  foreign?: boolean;
  target: CodeTarget;
  bureauName: string;
  now: Date;
};

const PURPOSE_TEXT: Partial<Record<VerificationPurpose, string>> = {
  LOGIN: "登录",
  REGISTER: "用户注册",
  FORGOT_PASSWORD: "找回密码",
  FIND_PHONE: "找回手机号码",
  ADD_PHONE: "添加手机号码",
  CHANGE_PASSWORD: "修改密码",
  CLOSE_ACCOUNT: "用户注销",
  HALL_LOGIN: "税务人员登录",
};

/**
 * Sends a one-time code (获取验证码): at most five messages per phone in ten minutes over all purposes and bureaus (K2).
 * A new code replaces the one before and never refills the five tries (B1); a refused message is not counted as sent.
 */
export async function sendCode(request: CodeRequest): Promise<Result<{ sentAt: Date }>> {
  const { target, now } = request;
  const index = blindIndex(target.method === "SMS" ? "phone" : "email", target.address);
  const quota = `messages:${index}`;
  const window = await takeFromWindow(quota, {
    limit: MESSAGES_PER_WINDOW,
    windowSeconds: WINDOW_MINUTES * 60,
    now,
  });
  if (!window.allowed) {
    return failure("MESSAGES_TOO_FREQUENT", {
      params: { retryAt: window.retryAt.toISOString(), now: now.toISOString() },
    });
  }
  const code = newCode();
  const prepared = await prepareVerification(request, index, code);
  if (!prepared) {
    await giveBack(quota);
    return failure("CODE_TRIES_USED_UP");
  }
  const delivery = await messageGateway().send(
    {
      channel: target.method,
      to: target.address,
      purpose: request.purpose,
      text: messageText(request, code, await readsEnglish(request)),
      code: { value: code, purpose: purposeText(request.purpose), minutes: CODE_TTL_MINUTES },
      region: regionOfBureau(request.bureauName),
    },
    now,
  );
  if (!delivery.accepted) {
    await giveBack(quota);
    await bringBack(prepared);
    return failure("MESSAGE_NOT_SENT");
  }
  await db.verification.updateMany({
    where: { id: prepared.id },
    data: { sentAt: now },
  });
  return success({ sentAt: now });
}

/** A code about to be sent, and the one it takes the place of. */
type Prepared = {
  id: string;
  codeHash: string;
  expiresAt: Date;
  former: Pick<Verification, "codeHash" | "expiresAt" | "targetIndex" | "targetCipher"> | null;
};

/** Stores the hash of the newest code; null when the tries of this verification are used up or it is done. */
async function prepareVerification(
  request: CodeRequest,
  targetIndex: string,
  code: string,
): Promise<Prepared | null> {
  const { flowId, purpose, personId, target, now } = request;
  const key = { flowId, purpose, method: target.method };
  const codeOf = (id: string) => ({
    codeHash: hashCode(id, code),
    targetIndex,
    targetCipher: protect("Verification.target", target.address),
    expiresAt: new Date(now.getTime() + CODE_TTL_MINUTES * 60_000),
  });
  const find = () =>
    db.verification.findUnique({
      where: { flowId_purpose_method: key },
      select: {
        id: true,
        codeHash: true,
        expiresAt: true,
        targetIndex: true,
        targetCipher: true,
      },
    });
  let row = await find();
  if (!row) {
    const id = randomUUID();
    try {
      const data = { ...key, ...codeOf(id), id, personId };
      await db.verification.create({ data, select: { id: true } });
      const { codeHash, expiresAt } = data;
      return { id, codeHash, expiresAt, former: null };
    } catch (error) {
      if (!isUniqueViolation(error, "flowId", "purpose", "method")) throw error;
      row = await find();
    }
  }
  if (!row) return null;
  const { id, ...former } = row;
  const data = codeOf(id);
  const { count } = await db.verification.updateMany({
    where: { id, verifiedAt: null, failures: { lt: MAX_CODE_TRIES } },
    data,
  });
  const { codeHash, expiresAt } = data;
  return count === 1 ? { id, codeHash, expiresAt, former } : null;
}

/** The new code was refused by the provider: the one sent before is good as long as it was (B1). */
async function bringBack({ id, codeHash, expiresAt, former }: Prepared): Promise<void> {
  if (!former) return;
  await db.verification.updateMany({
    where: { id, codeHash, expiresAt, verifiedAt: null },
    data: former,
  });
}

/** Holders of documents from abroad get an English line beside the Chinese text (B18). */
async function readsEnglish({ personId, foreign = false }: CodeRequest): Promise<boolean> {
  if (!personId) return foreign;
  const person = await db.person.findUnique({
    where: { id: personId },
    select: { documentType: true },
  });
  return person !== null && isForeignType(person.documentType);
}

function purposeText(purpose: VerificationPurpose): string {
  return PURPOSE_TEXT[purpose] ?? "办理业务";
}

/** The text ends with the origin-bound line by which browsers fill the code in (B16). */
function messageText(
  { bureauName, purpose }: CodeRequest,
  code: string,
  withEnglish: boolean,
): string {
  const what = purposeText(purpose);
  const host = new URL(env().APP_URL).host;
  const english = withEnglish ? ` ${englishCode(purpose, code, CODE_TTL_MINUTES)}` : "";
  return `【${bureauName}】验证码${code}，用于${what}，${CODE_TTL_MINUTES}分钟内有效。工作人员不会向您索取验证码，请勿告知他人。${english}\n@${host} #${code}`;
}

/** Which verification a code belongs to. */
export type CodeKey = { flowId: string; purpose: VerificationPurpose; method: "SMS" | "EMAIL" };

/** Why no code can be tried right now, without looking at one: never sent, done, burned, or too old. */
export async function codeProblem(
  key: CodeKey,
  now: Date,
): Promise<null | "CODE_NOT_SENT" | "CODE_USED" | "CODE_TRIES_USED_UP" | "CODE_EXPIRED"> {
  const row = await db.verification.findUnique({
    where: { flowId_purpose_method: key },
    select: { sentAt: true, verifiedAt: true, expiresAt: true, failures: true },
  });
  if (!row?.sentAt) return "CODE_NOT_SENT";
  if (row.verifiedAt) return "CODE_USED";
  if (row.failures >= MAX_CODE_TRIES) return "CODE_TRIES_USED_UP";
  return row.expiresAt <= now ? "CODE_EXPIRED" : null;
}

/**
 * Tries a code. The try is taken before the code is compared, so that guesses sent at once share the five of a
 * verification (K2); the right code is used up in one conditional write: of several submissions exactly one wins.
 */
export async function tryCode(
  tx: Tx,
  key: CodeKey,
  code: string,
  now: Date,
): Promise<"VERIFIED" | "CODE_WRONG" | "CODE_USED"> {
  const row = await tx.verification.findUnique({
    where: { flowId_purpose_method: key },
    select: { id: true, codeHash: true },
  });
  if (!row) return "CODE_WRONG";
  const codeHash = hashCode(row.id, code);
  const taken = await tx.verification.updateMany({
    where: {
      id: row.id,
      verifiedAt: null,
      expiresAt: { gt: now },
      failures: { lt: MAX_CODE_TRIES },
    },
    data: { failures: { increment: 1 } },
  });
  if (taken.count === 0) return row.codeHash === codeHash ? "CODE_USED" : "CODE_WRONG";
  const { count } = await tx.verification.updateMany({
    where: { id: row.id, verifiedAt: null, codeHash, expiresAt: { gt: now } },
    data: { verifiedAt: now, failures: { decrement: 1 } },
  });
  if (count === 1) return "VERIFIED";
  return row.codeHash === codeHash ? "CODE_USED" : "CODE_WRONG";
}
