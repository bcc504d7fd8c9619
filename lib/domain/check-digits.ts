const MOD_11_2_CHARACTERS = "10X98765432";

/**
 * Check character of the first 17 digits of an 18-character number (校验码), ISO 7064 MOD 11-2 as GB 11643 uses it.
 * Null when they are not 17 digits.
 */
export function mod11Check(digits: string): string | null {
  if (!/^\d{17}$/.test(digits)) return null;
  let sum = 0;
  for (const digit of digits) sum = ((sum + Number(digit)) * 2) % 11;
  return MOD_11_2_CHARACTERS[sum] ?? null;
}

const ORGANISATION_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2];

/**
 * Check character of the first eight characters of an organisation code (组织机构代码), GB 11714. Null when they are not
 * eight digits or capital letters.
 */
export function organisationCheck(body: string): string | null {
  if (!/^[0-9A-Z]{8}$/.test(body)) return null;
  const sum = ORGANISATION_WEIGHTS.reduce(
    (total, weight, index) => total + weight * Number.parseInt(body.charAt(index), 36),
    0,
  );
  const check = 11 - (sum % 11);
  if (check === 10) return "X";
  return check === 11 ? "0" : String(check);
}

/** Characters of a unified social credit code in the order of their values, GB 32100: no I, O, S, V, Z. */
export const CREDIT_CODE_CHARACTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY";

/** Check character of the first 17 characters of a unified social credit code (统一社会信用代码), GB 32100 MOD 31. */
export function creditCodeCheck(body: string): string | null {
  if (body.length !== 17) return null;
  let sum = 0;
  let weight = 1;
  for (const character of body) {
    const value = CREDIT_CODE_CHARACTERS.indexOf(character);
    if (value < 0) return null;
    sum += value * weight;
    weight = (weight * 3) % 31;
  }
  return CREDIT_CODE_CHARACTERS[(31 - (sum % 31)) % 31] ?? null;
}
