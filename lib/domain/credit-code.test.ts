import fc from "fast-check";
import { expect, test } from "vitest";
import {
  CREDIT_CODE_CHARACTERS,
  creditCodeCheck,
  organisationCheck,
} from "@/lib/domain/check-digits";
import {
  checkCreditCode,
  checkOrganisationCode,
  checkTaxpayerId,
  groupCreditCode,
} from "@/lib/domain/credit-code";

const creditCode = fc
  .tuple(
    fc.constantFrom("11", "52", "55", "91", "92", "93", "A1", "N2", "Y1"),
    fc.integer({ min: 100_000, max: 659_999 }),
    fc.string({
      unit: fc.constantFrom(...CREDIT_CODE_CHARACTERS),
      minLength: 8,
      maxLength: 8,
    }),
  )
  .map(([kind, region, organisation]) => {
    const body = `${kind}${region}${organisation}${organisationCheck(organisation)}`;
    return `${body}${creditCodeCheck(body)}`;
  });

test("L2 every well-formed credit code passes, small letters too", () => {
  fc.assert(
    fc.property(creditCode, (code) => {
      expect(checkCreditCode(code)).toBeNull();
      expect(checkCreditCode(code.toLowerCase())).toBeNull();
      expect(checkTaxpayerId(code)).toBeNull();
    }),
  );
});

test("L2 changing any single character of a credit code fails", () => {
  fc.assert(
    fc.property(
      creditCode,
      fc.integer({ min: 0, max: 17 }),
      fc.constantFrom(...CREDIT_CODE_CHARACTERS),
      (code, at, other) => {
        fc.pre(code.charAt(at) !== other);
        expect(checkCreditCode(code.slice(0, at) + other + code.slice(at + 1))).not.toBeNull();
      },
    ),
  );
});

test("L2 codes of enterprises, agencies and social groups pass", () => {
  for (const code of ["91370100YY3C2B017K", "91540100YY6T1A01XG", "52210100YY0P4D036U"]) {
    expect(checkCreditCode(code)).toBeNull();
  }
});

test("L2 no check of a code throws, and only ASCII letters and digits pass", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 30 }), (text) => {
      for (const check of [checkCreditCode, checkTaxpayerId, checkOrganisationCode]) {
        if (check(text) === null) expect(text).toMatch(/^[0-9A-Za-z]+$/);
      }
    }),
  );
});

test("L2 a code is grouped for reading", () => {
  expect(groupCreditCode("91370100YY3C2B017K")).toBe("91370100 YY3C2B01 7K");
  expect(groupCreditCode("44030071526726X")).toBe("44030071526726X");
});
