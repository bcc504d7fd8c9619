import { mod11Check } from "@/lib/domain/check-digits";
import { isRealDate } from "@/lib/domain/china-time";
import { isCountryNumber, isProvince } from "@/lib/domain/places";

/** 证件类型, in the order people are offered them. The first seven register directly on the web (R2). */
export const DOCUMENT_TYPES = [
  "RESIDENT_ID",
  "HK_MO_TRAVEL_PERMIT",
  "TW_TRAVEL_PERMIT",
  "CN_PASSPORT",
  "FOREIGN_PERMANENT_RESIDENT",
  "HK_MO_RESIDENCE_PERMIT",
  "TW_RESIDENCE_PERMIT",
  "FOREIGN_PASSPORT",
  "FOREIGN_WORK_PERMIT_A",
  "FOREIGN_WORK_PERMIT_B",
  "FOREIGN_WORK_PERMIT_C",
  "OTHER",
] as const;

export type DocumentType = (typeof DOCUMENT_TYPES)[number];

/** What is wrong with a document number: its length or characters, its place, its birth date, its check character. */
export type DocumentProblem =
  | "DOCUMENT_NUMBER_FORMAT"
  | "DOCUMENT_NUMBER_PLACE"
  | "DOCUMENT_NUMBER_DATE"
  | "DOCUMENT_NUMBER_CHECK";

const FOREIGN_TYPES: ReadonlySet<DocumentType> = new Set([
  "FOREIGN_PERMANENT_RESIDENT",
  "FOREIGN_PASSPORT",
  "FOREIGN_WORK_PERMIT_A",
  "FOREIGN_WORK_PERMIT_B",
  "FOREIGN_WORK_PERMIT_C",
  "OTHER",
]);

/** Whether a document of this type needs a country or region (国籍/地区) beside its number. */
export function isForeignType(type: DocumentType): boolean {
  return FOREIGN_TYPES.has(type);
}

/** Types whose standard is only a shape. Longer or stricter rules are not public; a machine-readable passport has 9 at most. */
const SHAPES: Partial<Record<DocumentType, RegExp>> = {
  // 2013 card; 1999 card with two digits of renewals; since 2024-07 HA or MA for residents of other nationality.
  HK_MO_TRAVEL_PERMIT: /^(?:[HM]\d{8}(?:\d{2})?|[HM]A\d{7})$/,
  // 2015 card, or the booklet with two digits of renewals.
  TW_TRAVEL_PERMIT: /^\d{8}(?:\d{2})?$/,
  // E, G, D, S, P with eight digits; E and a letter other than I and O; SE DE PE; Hong Kong K, H, KJ; Macao MA.
  CN_PASSPORT: /^(?:[EGDSPKH]\d{8}|E[A-HJ-NP-Z]\d{7}|[DSP]E\d{7}|(?:KJ|MA)\d{7})$/,
  FOREIGN_PASSPORT: /^[0-9A-Z]{5,20}$/,
  FOREIGN_WORK_PERMIT_A: /^[0-9A-Z]{6,20}$/,
  FOREIGN_WORK_PERMIT_B: /^[0-9A-Z]{6,20}$/,
  FOREIGN_WORK_PERMIT_C: /^[0-9A-Z]{6,20}$/,
  OTHER: /^[0-9A-Z]{4,30}$/,
};

/**
 * Checks a normalised document number (证件号码, see `normalizeCode`) of a type. `today` is "YYYY-MM-DD": nobody is born
 * after it. Null when right. Sources: GB 11643, notices of the ministry of public security and the immigration office.
 */
export function checkDocumentNumber(
  type: DocumentType,
  value: string,
  today: string,
): DocumentProblem | null {
  switch (type) {
    case "RESIDENT_ID":
      return checkResidentId(value, today);
    case "HK_MO_RESIDENCE_PERMIT":
      return checkResidencePermit(value, ["810000", "820000"], today);
    case "TW_RESIDENCE_PERMIT":
      return checkResidencePermit(value, ["830000"], today);
    case "FOREIGN_PERMANENT_RESIDENT":
      return value.length === 15
        ? checkPermanentResident2004(value)
        : checkPermanentResident2023(value, today);
    default:
      return SHAPES[type]?.test(value) ? null : "DOCUMENT_NUMBER_FORMAT";
  }
}

/**
 * 居民身份证号码 of 18 characters, GB 11643. The province is checked, not the district: abolished ones are still in use.
 * `today` null leaves out the test for a birth in the future.
 */
export function checkResidentId(value: string, today: string | null): DocumentProblem | null {
  if (!/^\d{17}[\dX]$/.test(value)) return "DOCUMENT_NUMBER_FORMAT";
  if (!isProvince(value.slice(0, 2))) return "DOCUMENT_NUMBER_PLACE";
  return checkBirthAndCheck(value, 6, today);
}

/**
 * 15-digit number of a first-generation card (旧版身份证号). Such cards are invalid since 2013, so it matches legacy records
 * only and `checkDocumentNumber` refuses it.
 */
export function checkLegacyResidentId15(value: string): DocumentProblem | null {
  if (!/^\d{15}$/.test(value)) return "DOCUMENT_NUMBER_FORMAT";
  if (!isProvince(value.slice(0, 2))) return "DOCUMENT_NUMBER_PLACE";
  return isShortDate(value.slice(6, 12), [1900]) ? null : "DOCUMENT_NUMBER_DATE";
}

/** 港澳台居民居住证: one fixed area per territory, then as a resident id. */
function checkResidencePermit(
  value: string,
  areas: readonly string[],
  today: string,
): DocumentProblem | null {
  if (!/^\d{17}[\dX]$/.test(value)) return "DOCUMENT_NUMBER_FORMAT";
  if (!areas.includes(value.slice(0, 6))) return "DOCUMENT_NUMBER_PLACE";
  return checkBirthAndCheck(value, 6, today);
}

/** 外国人永久居留身份证 since 2023: 9, accepting province, ISO 3166-1 number of the country, birth, serial, check. */
function checkPermanentResident2023(value: string, today: string): DocumentProblem | null {
  if (!/^9\d{16}[\dX]$/.test(value)) return "DOCUMENT_NUMBER_FORMAT";
  if (!isProvince(value.slice(1, 3)) || !isCountryNumber(value.slice(3, 6))) {
    return "DOCUMENT_NUMBER_PLACE";
  }
  return checkBirthAndCheck(value, 6, today);
}

/**
 * 外国人永久居留证 of 2004 and 2017: three letters, four digits of the place, YYMMDD, serial, check. The check rule is not
 * public and published numbers contradict the likely one, so it is not enforced.
 */
function checkPermanentResident2004(value: string): DocumentProblem | null {
  if (!/^[A-Z]{3}\d{12}$/.test(value)) return "DOCUMENT_NUMBER_FORMAT";
  return isShortDate(value.slice(7, 13), [1900, 2000]) ? null : "DOCUMENT_NUMBER_DATE";
}

/** Birth date YYYYMMDD at `start` and the check character at the end. Nobody alive was born before 1900. */
function checkBirthAndCheck(
  value: string,
  start: number,
  today: string | null,
): DocumentProblem | null {
  const year = value.slice(start, start + 4);
  const month = value.slice(start + 4, start + 6);
  const day = value.slice(start + 6, start + 8);
  const real = Number(year) >= 1900 && isRealDate(Number(year), Number(month), Number(day));
  if (!real || (today !== null && `${year}-${month}-${day}` > today)) return "DOCUMENT_NUMBER_DATE";
  return mod11Check(value.slice(0, 17)) === value.charAt(17) ? null : "DOCUMENT_NUMBER_CHECK";
}

/** YYMMDD that exists in one of the centuries. */
function isShortDate(digits: string, centuries: readonly number[]): boolean {
  const year = Number(digits.slice(0, 2));
  const month = Number(digits.slice(2, 4));
  const day = Number(digits.slice(4, 6));
  return centuries.some((century) => isRealDate(century + year, month, day));
}

/**
 * Whether a normalised text has the look of some document number: digits and letters, at least six digits, at most three
 * letters. Usernames of that look are refused, or one text could name two people.
 */
export function looksLikeDocumentNumber(value: string): boolean {
  if (!/^[0-9A-Z]{7,30}$/.test(value)) return false;
  const digits = value.replace(/[A-Z]/g, "").length;
  return digits >= 6 && value.length - digits <= 3;
}
