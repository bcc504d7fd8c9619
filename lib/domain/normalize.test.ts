import fc from "fast-check";
import { expect, test } from "vitest";
import {
  normalizeCode,
  normalizePhone,
  normalizeSmsCode,
  toHalfWidth,
} from "@/lib/domain/normalize";

const anyText = fc.string({ unit: "binary", maxLength: 40 });

test.each([
  ["full width", "９１３７０１００ＹＹ３Ｃ２Ｂ０１７Ｋ", "91370100YY3C2B017K"],
  ["small letters", "91370100yy3c2b017k", "91370100YY3C2B017K"],
  ["grouped", " 91370100 YY3C2B01 7K\n", "91370100YY3C2B017K"],
  ["hyphens", "370100－19780105–0130—", "370100197801050130"],
  ["interpuncts", "370100·19780105・0130", "370100197801050130"],
  ["zero-width", "370100\u200b19780105\ufeff0130", "370100197801050130"],
  ["Arabic digits", "٣٧٠١٠٠١٩٧٨٠١٠٥٠١٣٠", "370100197801050130"],
  ["Tibetan digits", "༣༧༠༡༠༠༡༩༧༨༠༡༠༥༠༡༣༠", "370100197801050130"],
  ["circled digits", "①②③", "123"],
  ["Cyrillic X at the end", "37020019990909069Х", "37020019990909069X"],
  ["small Greek chi at the end", "37020019990909069χ", "37020019990909069X"],
])("L2 a code typed with %s is the same code", (_how, typed, code) => {
  expect(normalizeCode(typed)).toBe(code);
});

test.each([
  ["15403700001", "15403700001"],
  ["154 0370 0001", "15403700001"],
  ["154-0370-0001", "15403700001"],
  ["１５４０３７００００１", "15403700001"],
  ["+86 154 0370 0001", "15403700001"],
  ["＋８６１５４０３７００００１", "15403700001"],
  ["0086 15403700001", "15403700001"],
  ["8615403700001", "15403700001"],
  ["+852 6612-3456", "+85266123456"],
  ["00852 (6612) 3456", "+85266123456"],
  ["+861380013800", "+861380013800"],
  ["01013800138", "01013800138"],
])("L2 the phone %s is known as %s", (typed, phone) => {
  expect(normalizePhone(typed)).toBe(phone);
});

test("B16 a verification code takes spaces and full-width digits", () => {
  expect(normalizeSmsCode(" １２３ 456 ")).toBe("123456");
  expect(normalizeSmsCode("验证码：123456，")).toBe("123456");
});

test("L2 normalising twice changes nothing more", () => {
  fc.assert(
    fc.property(anyText, (text) => {
      for (const normalize of [toHalfWidth, normalizeCode, normalizePhone, normalizeSmsCode]) {
        const once = normalize(text);
        expect(normalize(once)).toBe(once);
      }
    }),
    { numRuns: 1000 },
  );
});

test("L2 full width and half width of ASCII are the same text", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme-ascii", maxLength: 40 }), (text) => {
      const wide = Array.from(text, (character) =>
        character === " "
          ? "\u3000"
          : String.fromCodePoint((character.codePointAt(0) ?? 0) + 0xfee0),
      ).join("");
      expect(toHalfWidth(wide)).toBe(text);
    }),
  );
});
