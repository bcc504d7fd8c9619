import { COMMON_PASSWORDS } from "@/lib/domain/common-passwords";

export type PasswordProblem =
  | "PASSWORD_LENGTH"
  | "PASSWORD_CHARACTERS"
  | "PASSWORD_CLASSES"
  | "PASSWORD_COMMON"
  | "PASSWORD_HAS_DOCUMENT_NUMBER"
  | "PASSWORD_HAS_PHONE"
  | "PASSWORD_HAS_USERNAME";

/** Whose password it is; what is unknown is left out. Numbers normalised. */
export type PasswordOwner = {
  documentNumber?: string;
  phones?: readonly string[];
  username?: string | null;
};

/** K3: length in characters, and the special characters allowed (密码设置规则). Source: 山东 13. */
const PASSWORD_MIN = 8;
const PASSWORD_MAX = 16;
export const PASSWORD_SPECIALS = ".@$%*#_+-'&^";

/** So many characters in a row out of a personal number give it away: a birth date is eight. */
const TELLING_RUN = 8;
const INITIAL_PASSWORD_LENGTH = 6;

/**
 * Everything wrong with a new password, empty when it is right (K3): 8 to 16 characters of digits, letters and the special
 * ones, two of these three classes, not very common, nothing of the owner's document number (eight in a row, or its last
 * six), phone or username. Case counts in passwords, but not when looking for common or personal ones.
 */
export function checkPassword(value: string, owner: PasswordOwner = {}): PasswordProblem[] {
  const problems: PasswordProblem[] = [];
  const characters = Array.from(value);
  const classes = new Set(characters.map(classOf));
  if (characters.length < PASSWORD_MIN || characters.length > PASSWORD_MAX) {
    problems.push("PASSWORD_LENGTH");
  }
  if (classes.delete("OTHER")) problems.push("PASSWORD_CHARACTERS");
  if (classes.size < 2) problems.push("PASSWORD_CLASSES");

  const folded = value.toLowerCase();
  const { documentNumber = "", phones = [], username } = owner;
  if (COMMON_PASSWORDS.has(folded)) problems.push("PASSWORD_COMMON");
  if (givesAway(folded, documentNumber) || contains(folded, initialPassword(documentNumber))) {
    problems.push("PASSWORD_HAS_DOCUMENT_NUMBER");
  }
  if (phones.some((phone) => givesAway(folded, phone))) problems.push("PASSWORD_HAS_PHONE");
  if (contains(folded, username ?? "")) problems.push("PASSWORD_HAS_USERNAME");
  return problems;
}

/**
 * Password of an account the bureau opened (初始密码, K4): the last six characters of the document number, X a capital.
 * Source: 青岛 8.
 */
export function initialPassword(documentNumber: string): string {
  return documentNumber.slice(-INITIAL_PASSWORD_LENGTH).toUpperCase();
}

function classOf(character: string): "DIGIT" | "LETTER" | "SPECIAL" | "OTHER" {
  if (/^[0-9]$/.test(character)) return "DIGIT";
  if (/^[A-Za-z]$/.test(character)) return "LETTER";
  return PASSWORD_SPECIALS.includes(character) ? "SPECIAL" : "OTHER";
}

/** Whether a lower-case password contains a whole secret of at least six characters. */
function contains(folded: string, secret: string): boolean {
  return secret.length >= INITIAL_PASSWORD_LENGTH && folded.includes(secret.toLowerCase());
}

/** Whether a lower-case password shares a telling run of characters with a personal number, or contains it whole. */
function givesAway(folded: string, secret: string): boolean {
  if (contains(folded, secret)) return true;
  for (let start = 0; start + TELLING_RUN <= secret.length; start += 1) {
    if (contains(folded, secret.slice(start, start + TELLING_RUN))) return true;
  }
  return false;
}
