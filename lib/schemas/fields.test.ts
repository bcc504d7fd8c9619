import fc from "fast-check";
import { expect, test } from "vitest";
import type { z } from "zod";
import {
  accountField,
  agreementField,
  passwordField,
  requiredText,
  smsCodeField,
  taxpayerIdField,
} from "@/lib/schemas/fields";

const LONG = "1".repeat(10_000);
const TEXT_FIELDS = {
  name: requiredText(20),
  taxpayerId: taxpayerIdField,
  account: accountField,
  password: passwordField,
  smsCode: smsCodeField,
};

/** The clean value, or the problem codes as a list. */
function read(field: z.ZodType, input: unknown): unknown {
  const result = field.safeParse(input);
  return result.success ? result.data : result.error.issues.map((issue) => issue.message);
}

test.each(Object.entries(TEXT_FIELDS))(
  "L2 %s refuses what is missing, no text, or endless",
  (_, field) => {
    expect(read(field, undefined)).toEqual(["REQUIRED"]);
    expect(read(field, null)).toEqual(["REQUIRED"]);
    expect(read(field, "")).toEqual(["REQUIRED"]);
    for (const input of [0, 1, true, {}, [], ["1"], { toString: () => "1" }]) {
      expect(read(field, input)).toEqual(["NOT_TEXT"]);
    }
    expect(read(field, LONG)).toEqual(["TOO_LONG"]);
    expect(read(field, " ".repeat(10_000))).toEqual(["TOO_LONG"]);
    for (const broken of ["12\u000034", "12\u007f34", "12\u001b34", "12\ud80034"]) {
      expect(read(field, broken)).toEqual(["NOT_TEXT"]);
    }
  },
);

test("L2 a required text is trimmed before it is measured", () => {
  const field = requiredText(4);
  expect(read(field, "  张伟 \n")).toBe("张伟");
  expect(read(field, "   ")).toEqual(["REQUIRED"]);
  expect(read(field, " 1234 ")).toBe("1234");
  expect(read(field, "12345")).toEqual(["TOO_LONG"]);
});

test("L2 a taxpayer id is normalised and then checked", () => {
  expect(read(taxpayerIdField, " 91370100 yy3c2b01 7k ")).toBe("91370100YY3C2B017K");
  expect(read(taxpayerIdField, "９１３７０１００ＹＹ３Ｃ２Ｂ０１７Ｋ")).toBe("91370100YY3C2B017K");
  expect(read(taxpayerIdField, "91370100YY3C2B018K")).toEqual(["CREDIT_CODE_INVALID"]);
  expect(read(taxpayerIdField, " - ")).toEqual(["REQUIRED"]);
});

test("L2 the account keeps what was typed, up to 64 characters", () => {
  expect(read(accountField, " Zhaxi2026 ")).toBe("Zhaxi2026");
  expect(read(accountField, "a".repeat(64))).toBe("a".repeat(64));
  expect(read(accountField, "a".repeat(65))).toEqual(["TOO_LONG"]);
});

test("L2 a password is taken as it is, spaces too", () => {
  expect(read(passwordField, " Etax@2026 ")).toBe(" Etax@2026 ");
  expect(read(passwordField, "a".repeat(64))).toBe("a".repeat(64));
  expect(read(passwordField, "a".repeat(65))).toEqual(["TOO_LONG"]);
});

test("K2 a verification code has six digits, however they are typed", () => {
  expect(read(smsCodeField, "123456")).toBe("123456");
  expect(read(smsCodeField, " １２３ ４５６ ")).toBe("123456");
  for (const typed of ["12345", "1234567", "abcdef"]) {
    expect(read(smsCodeField, typed)).toEqual(["CODE_FORMAT"]);
  }
});

test("L11 the agreement has to be ticked", () => {
  expect(read(agreementField, true)).toBe(true);
  for (const input of [false, undefined, null, "true", 1, "on"]) {
    expect(read(agreementField, input)).toEqual(["AGREEMENT_REQUIRED"]);
  }
});

test("L2 no field throws, and what passes passes again unchanged", () => {
  const anything = fc.oneof(fc.anything(), fc.string({ unit: "binary", maxLength: 80 }));
  fc.assert(
    fc.property(anything, fc.constantFrom(...Object.values(TEXT_FIELDS)), (input, field) => {
      const result = field.safeParse(input);
      if (result.success) expect(read(field, result.data)).toBe(result.data);
      else expect(result.error.issues).toHaveLength(1);
    }),
  );
});
