import fc from "fast-check";
import { expect, test } from "vitest";
import { maskDocumentNumber, maskEmail, maskName, maskPhone } from "@/lib/domain/masking";

test("L4 a phone is shown with its middle hidden", () => {
  expect(maskPhone("13812345678")).toBe("138****5678");
  expect(maskPhone("15403700001")).toBe("154****0001");
  expect(maskPhone("+85266123456")).toBe("+852****3456");
  expect(maskPhone("+29012345")).toBe("****45");
});

test("L4 a document number hides birth date and last six", () => {
  expect(maskDocumentNumber("370100197801050130")).toBe("370*************30");
  expect(maskDocumentNumber("P12345678")).toBe("P12****78");
  expect(maskDocumentNumber("12345")).toBe("*****");
});

test("R3 an e-mail address shows its first character and domain", () => {
  expect(maskEmail("yuki@example.com")).toBe("y***@example.com");
  expect(maskEmail("@example.com")).toBe("***");
  expect(maskEmail("no address")).toBe("***");
});

test("L4 no mask throws or shows more than seven characters of a number", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 40 }), (text) => {
      expect(maskPhone(text).replaceAll("****", "").length).toBeLessThanOrEqual(8);
      expect(maskDocumentNumber(text)).toHaveLength(text.length);
      maskEmail(text);
    }),
  );
});

test.each([
  ["陈静", "陈*"],
  ["扎西顿珠", "扎***"],
  ["JOHN SMITH", "J***"],
  ["李", "李*"],
])("B6 the name %s is shown as %s", (name, masked) => {
  expect(maskName(name)).toBe(masked);
});
