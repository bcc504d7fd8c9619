import { creditCodeCheck, organisationCheck } from "@/lib/domain/check-digits";
import { checkLegacyResidentId15, checkResidentId } from "@/lib/domain/documents";

export type CreditCodeProblem = "CREDIT_CODE_INVALID";

/** Categories of each registering department (登记管理部门 → 机构类别), GB 32100 with its amendments. */
const CATEGORIES: Readonly<Record<string, string>> = {
  "1": "1239",
  "2": "19",
  "3": "123459",
  "4": "19",
  // 4 and 5: villagers' and residents' committees, added after the standard.
  "5": "123459",
  "6": "129",
  "7": "129",
  "8": "19",
  "9": "123",
  A: "19",
  N: "1239",
  Y: "1",
};

/**
 * Checks a unified social credit code (统一社会信用代码), 18 characters, GB 32100: department and category, six digits of
 * region, organisation code with its own check (GB 11714), MOD 31. Small letters pass: they are stored as capitals.
 */
export function checkCreditCode(value: string): CreditCodeProblem | null {
  const code = capitals(value);
  const shaped = code !== null && /^[0-9A-Z]{2}\d{6}[0-9A-Z]{10}$/.test(code);
  const right =
    shaped &&
    (CATEGORIES[code.charAt(0)]?.includes(code.charAt(1)) ?? false) &&
    checkOrganisationCode(code.slice(8, 17)) === null &&
    creditCodeCheck(code.slice(0, 17)) === code.charAt(17);
  return right ? null : "CREDIT_CODE_INVALID";
}

/** Checks an organisation code (组织机构代码), nine characters, GB 11714. */
export function checkOrganisationCode(value: string): CreditCodeProblem | null {
  const right = value.length === 9 && organisationCheck(value.slice(0, 8)) === value.charAt(8);
  return right ? null : "CREDIT_CODE_INVALID";
}

/**
 * Checks a taxpayer identification number (纳税人识别号): a credit code, or one of the older forms of notices 2013-41, 2015-66
 * and 2018-59: region + organisation code (15), old resident id + 2 digits (17), resident id (18), temporary taxpayer
 * L + resident id (19), resident id + 2 digits (20).
 */
export function checkTaxpayerId(value: string): CreditCodeProblem | null {
  const id = capitals(value);
  if (id === null) return "CREDIT_CODE_INVALID";
  return checkCreditCode(id) === null || isOlderTaxpayerId(id) ? null : "CREDIT_CODE_INVALID";
}

function isOlderTaxpayerId(id: string): boolean {
  const endsInTwoDigits = /\d{2}$/.test(id);
  switch (id.length) {
    case 15:
      return /^\d{6}/.test(id) && checkOrganisationCode(id.slice(6)) === null;
    case 17:
      return endsInTwoDigits && checkLegacyResidentId15(id.slice(0, 15)) === null;
    case 18:
      return checkResidentId(id, null) === null;
    case 19:
      return id.startsWith("L") && checkResidentId(id.slice(1), null) === null;
    case 20:
      return endsInTwoDigits && checkResidentId(id.slice(0, 18), null) === null;
    default:
      return false;
  }
}

/** ASCII letters as capitals; null when there is anything but ASCII letters and digits. */
function capitals(value: string): string | null {
  return /^[0-9A-Za-z]+$/.test(value) ? value.toUpperCase() : null;
}

/** A credit code for reading, in three groups: "91370100 YY3C2B01 7K". Other lengths stay as they are. */
export function groupCreditCode(value: string): string {
  if (value.length !== 18) return value;
  return `${value.slice(0, 8)} ${value.slice(8, 16)} ${value.slice(16)}`;
}
