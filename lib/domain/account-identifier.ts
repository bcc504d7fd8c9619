import { looksLikeDocumentNumber } from "@/lib/domain/documents";
import { normalizeCode, normalizePhone, toHalfWidth } from "@/lib/domain/normalize";

/** What the account box may hold (居民身份证号码/手机号码/用户名), each normalised; what the text cannot be is left out. */
export type AccountIdentifier = { documentNumber?: string; phone?: string; username?: string };

const USERNAME = /^[A-Za-z][A-Za-z0-9]{5,19}$/;
const PHONE = /^(?:1[3-9]\d{9}|\+[1-9]\d{6,14})$/;

/**
 * Reads the account box: try the candidates as document number, then phone, then username. A resident id of 15 digits stays
 * one of 15: it never becomes the 18-character number of somebody else. A username keeps its case (A2).
 */
export function readAccountIdentifier(text: string): AccountIdentifier {
  const identifier: AccountIdentifier = {};
  const code = normalizeCode(text);
  if (/^[0-9A-Z]{4,30}$/.test(code)) identifier.documentNumber = code;
  const phone = normalizePhone(text);
  if (PHONE.test(phone)) identifier.phone = phone;
  const username = toHalfWidth(text).trim();
  if (USERNAME.test(username)) identifier.username = username;
  return identifier;
}

export type UsernameProblem = "USERNAME_FORMAT" | "USERNAME_LIKE_NUMBER";

/**
 * Checks a username (用户名, A2): 6 to 20 letters and digits, a letter first. One that looks like a document number or a phone
 * is refused, because the account box takes those too. Source: 西藏 二(三)2.
 */
export function checkUsername(value: string): UsernameProblem | null {
  if (!USERNAME.test(value)) return "USERNAME_FORMAT";
  return looksLikeDocumentNumber(value.toUpperCase()) ? "USERNAME_LIKE_NUMBER" : null;
}

/** What makes usernames unique: they may not differ in case alone, though login compares with case. */
export function usernameKey(value: string): string {
  return value.toLowerCase();
}
