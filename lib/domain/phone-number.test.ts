import fc from "fast-check";
import { expect, test } from "vitest";
import { normalizePhone } from "@/lib/domain/normalize";
import {
  checkInternationalNumber,
  checkMobileNumber,
  checkPhoneNumber,
} from "@/lib/domain/phone-number";

test("P1 a mainland number has one form only", () => {
  expect(checkPhoneNumber("13800138000")).toBeNull();
  expect(checkPhoneNumber("+8613800138000")).toBe("PHONE_INVALID");
  expect(checkPhoneNumber(normalizePhone("+8613800138000"))).toBeNull();
});

test("L4 numbers of elsewhere are E.164", () => {
  expect(checkPhoneNumber("+85366123456")).toBeNull();
  expect(checkPhoneNumber("+8536612345678901")).toBe("PHONE_INVALID");
  expect(checkPhoneNumber("85366123456")).toBe("PHONE_INVALID");
  expect(checkPhoneNumber("call +85366123456")).toBe("PHONE_INVALID");
  expect(checkPhoneNumber("+85366123456\n")).toBe("PHONE_INVALID");
});

test("L4 every 11 digits from 13 to 19 are a mobile number", () => {
  fc.assert(
    fc.property(fc.integer({ min: 13_000_000_000, max: 19_999_999_999 }), (number) => {
      expect(checkPhoneNumber(String(number))).toBeNull();
    }),
  );
});

test("L4 no check of a phone throws", () => {
  const anyText = fc.oneof(
    fc.string({ unit: "binary", maxLength: 30 }),
    fc.stringMatching(/^\+\d{0,20}$/),
  );
  fc.assert(
    fc.property(anyText, (text) => {
      for (const check of [checkPhoneNumber, checkMobileNumber, checkInternationalNumber]) {
        if (check(text) === null) expect(text).toMatch(/^\+?\d{7,15}$/);
      }
    }),
  );
});
