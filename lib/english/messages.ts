import { englishNotice } from "@/lib/english/notices";

/** What a code is for, by its purpose. */
const PURPOSES: Readonly<Record<string, string>> = {
  LOGIN: "sign in",
  REGISTER: "register",
  FORGOT_PASSWORD: "reset your password",
  FIND_PHONE: "change a lost mobile number",
  ADD_PHONE: "add a mobile number",
  CHANGE_PASSWORD: "change your password",
  CLOSE_ACCOUNT: "close your account",
};

/** The English line of a message with a code, short: a text message is paid by its length. */
export function englishCode(purpose: string, code: string, minutes: number): string {
  const what = PURPOSES[purpose] ?? "confirm it is you";
  return `Code ${code} to ${what}, valid for ${minutes} minutes. Never tell anybody.`;
}

/** The English line of a notice; `linkDays` where it carries the link 「不是我本人操作」. Null for a kind that has none. */
export function englishNoticeLine(
  kind: string,
  params: Readonly<Record<string, string>>,
  linkDays: number | null,
): string | null {
  const notice = englishNotice(kind, params);
  if (!notice) return null;
  return `${notice.text}.${linkDays ? ` Not you? Open the link within ${linkDays} days.` : ""}`;
}
