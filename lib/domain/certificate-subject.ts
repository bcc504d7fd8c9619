import { checkTaxpayerId } from "@/lib/domain/credit-code";
import { normalizeCode } from "@/lib/domain/normalize";

/** Scheme before an identifier of an organisation, e.g. "VATCN-…" (ETSI EN 319 412-1, 5.1.4). */
const SCHEME = /^(?:VAT|NTR)CN-/i;

/** Longest value worth looking at, characters. */
const MAX_LENGTH = 64;

/**
 * The 统一社会信用代码/纳税人识别号 a certificate (税务数字证书) was issued to, among the values of its subject and extensions
 * where issuers put it. Null when there is none, or when two different ones leave open whose certificate it is.
 */
export function taxpayerIdOf(values: readonly string[]): string | null {
  const found = new Set(
    values
      .filter((value) => value.length <= MAX_LENGTH)
      .map((value) => normalizeCode(value.trim().replace(SCHEME, "")))
      .filter((value) => value !== "" && checkTaxpayerId(value) === null),
  );
  const [only, ...more] = found;
  return only !== undefined && more.length === 0 ? only : null;
}
