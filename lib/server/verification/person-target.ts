import "server-only";
import type { VerificationPurpose } from "@/generated/sqlite/enums";
import { maskEmail, maskPhone } from "@/lib/domain/masking";
import { RESEND_SECONDS } from "@/lib/domain/sms-quota";
import { db } from "../db";
import { reveal } from "../protect";
import type { CodeTarget } from "./codes";

/**
 * Where a person's code goes (L4): the phone they typed, otherwise the default phone; an e-mail account's mailbox when there is
 * no phone. Null: 您的手机号为空.
 */
export async function personTarget(person: {
  personId: string;
  accountId: string;
  phoneId: string | null;
}): Promise<CodeTarget | null> {
  const { personId, accountId, phoneId } = person;
  const phone = await db.phone.findFirst({
    where: phoneId ? { id: phoneId, personId } : { personId, isDefault: true },
    select: { numberCipher: true },
  });
  if (phone) return { method: "SMS", address: reveal("Phone.number", phone.numberCipher) };
  const account = await db.account.findUnique({
    where: { id: accountId },
    select: { emailCipher: true },
  });
  if (!account?.emailCipher) return null;
  return { method: "EMAIL", address: reveal("Account.email", account.emailCipher) };
}

/** A phone or mailbox as a page may show it. */
export function maskTarget({ method, address }: CodeTarget): string {
  return method === "SMS" ? maskPhone(address) : maskEmail(address);
}

/** What a page tells of a code and where it goes. */
export type CodeView = {
  method: "SMS" | "EMAIL" | null;
  maskedTarget: string | null;
  /** When 「获取验证码」 may be pressed again; null: now. */
  resendAt: Date | null;
  /** Seconds until then, by the server's clock. */
  resendSeconds: number;
};

/** The target masked, and when the next code may be asked for. */
export async function codeView(
  { flowId, purpose }: { flowId: string; purpose: VerificationPurpose },
  target: CodeTarget | null,
  now: Date,
): Promise<CodeView> {
  if (!target) return { method: null, maskedTarget: null, resendAt: null, resendSeconds: 0 };
  const sent = await db.verification.findUnique({
    where: { flowId_purpose_method: { flowId, purpose, method: target.method } },
    select: { sentAt: true },
  });
  const resendAt = sent?.sentAt ? new Date(sent.sentAt.getTime() + RESEND_SECONDS * 1000) : null;
  return {
    method: target.method,
    maskedTarget: maskTarget(target),
    resendAt,
    resendSeconds: resendAt
      ? Math.max(0, Math.ceil((resendAt.getTime() - now.getTime()) / 1000))
      : 0,
  };
}
