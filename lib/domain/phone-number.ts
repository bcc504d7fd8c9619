import { parsePhoneNumberFromString } from "libphonenumber-js/max";

export type PhoneProblem = "PHONE_INVALID";

/**
 * Checks a normalised mobile number of the mainland (手机号码): 11 digits, 13 to 19 first. Segments are not checked further:
 * they change, and the text message proves that the number is reachable.
 */
export function checkMobileNumber(value: string): PhoneProblem | null {
  return /^1[3-9]\d{9}$/.test(value) ? null : "PHONE_INVALID";
}

/** Checks a number in international form, E.164 with "+". Numbers of the mainland follow this project's own rule. */
export function checkInternationalNumber(value: string): PhoneProblem | null {
  if (!/^\+[1-9]\d{6,14}$/.test(value)) return "PHONE_INVALID";
  if (value.startsWith("+86")) return checkMobileNumber(value.slice(3));
  const parsed = parsePhoneNumberFromString(value, { extract: false });
  return parsed?.isValid() && parsed.number === value ? null : "PHONE_INVALID";
}

/**
 * Checks a normalised phone number: 11 digits of the mainland, or E.164 of elsewhere. "+86…" is refused: a mainland number has
 * one form only, or it could belong to two people (一号只能对应一人, P1).
 */
export function checkPhoneNumber(value: string): PhoneProblem | null {
  if (!value.startsWith("+")) return checkMobileNumber(value);
  return value.startsWith("+86") ? "PHONE_INVALID" : checkInternationalNumber(value);
}
