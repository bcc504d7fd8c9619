import fc from "fast-check";
import { expect, test } from "vitest";
import { COMMON_PASSWORDS } from "@/lib/domain/common-passwords";
import { checkPassword, initialPassword, PASSWORD_SPECIALS } from "@/lib/domain/password-rule";

const LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
const DIGITS = "0123456789";
const SPECIALS = ".@$%*#_+-'&^";
const of = (characters: string) => fc.constantFrom(...characters);

test("K3 the special characters are exactly the twelve of the rule", () => {
  expect(PASSWORD_SPECIALS).toBe(SPECIALS);
  for (let code = 0x20; code < 0x7f; code += 1) {
    const character = String.fromCharCode(code);
    const allowed = (LETTERS + DIGITS + SPECIALS).includes(character);
    expect(checkPassword(`Kx7mQz2${character}`)).toEqual(allowed ? [] : ["PASSWORD_CHARACTERS"]);
  }
});

test.each([
  [7, ["PASSWORD_LENGTH"]],
  [8, []],
  [16, []],
  [17, ["PASSWORD_LENGTH"]],
])("K3 a password of %i characters: %s", (length, problems) => {
  expect(checkPassword("Kx7mQz2vRb9nTc4wY".slice(0, length))).toEqual(problems);
});

test.each([
  ["digits", "83920174", false],
  ["letters", "kxmqzvrb", false],
  ["letters of both cases", "kxmqZVRB", false],
  ["special characters", "@#$%^&*.", false],
  ["digits and letters", "8392kxmq", true],
  ["digits and special characters", "8392@#$%", true],
  ["letters and special characters", "kxmq@#$%", true],
  ["all three", "kx83@#mq", true],
])("K3 a password of %s alone (%s) passes: %s", (_classes, password, passes) => {
  expect(checkPassword(password)).toEqual(passes ? [] : ["PASSWORD_CLASSES"]);
});

test("K3 every 8 to 16 allowed characters of two classes pass unless very common", () => {
  const password = fc
    .tuple(
      fc.array(of(LETTERS), { minLength: 1, maxLength: 6 }),
      fc.array(of(DIGITS + SPECIALS), { minLength: 7, maxLength: 10 }),
    )
    .map(([letters, others]) => [...letters, ...others].join(""));
  fc.assert(
    fc.property(password, (value) => {
      fc.pre(!COMMON_PASSWORDS.has(value.toLowerCase()));
      expect(checkPassword(value)).toEqual([]);
    }),
  );
});

test("K3 very common passwords are refused in any case, and each of them needs refusing", () => {
  expect(COMMON_PASSWORDS.size).toBeGreaterThanOrEqual(100);
  for (const common of COMMON_PASSWORDS) {
    expect(checkPassword(common)).toEqual(["PASSWORD_COMMON"]);
    expect(checkPassword(common.toUpperCase())).toEqual(["PASSWORD_COMMON"]);
  }
});

test("K3 the owner's document number, phone and username are refused inside a password", () => {
  const owner = {
    documentNumber: "37020019990909069X",
    phones: ["15403720003", "+85266123456"],
    username: "Zhaxi2026",
  };
  expect(checkPassword("my19990909", owner)).toEqual(["PASSWORD_HAS_DOCUMENT_NUMBER"]);
  expect(checkPassword("ab09069x", owner)).toEqual(["PASSWORD_HAS_DOCUMENT_NUMBER"]);
  expect(checkPassword("37020019990909", owner)).toContain("PASSWORD_HAS_DOCUMENT_NUMBER");
  expect(checkPassword("P12345678a", { documentNumber: "P12345678" })).toEqual([
    "PASSWORD_HAS_DOCUMENT_NUMBER",
  ]);
  expect(checkPassword("ab15403720003", owner)).toEqual(["PASSWORD_HAS_PHONE"]);
  expect(checkPassword("ab66123456", owner)).toEqual(["PASSWORD_HAS_PHONE"]);
  expect(checkPassword("my.zhAXI2026", owner)).toEqual(["PASSWORD_HAS_USERNAME"]);
  expect(checkPassword("Etax@2026", owner)).toEqual([]);
  expect(checkPassword("Etax@2026", { documentNumber: "", phones: [""], username: null })).toEqual(
    [],
  );
});

test("K4 the initial password is the last six of the document number, X a capital", () => {
  expect(initialPassword("370200198707070338")).toBe("070338");
  expect(initialPassword("37020019990909069X")).toBe("09069X");
  expect(initialPassword("37020019990909069x")).toBe("09069X");
});

test("K4 an initial password never passes as a chosen one", () => {
  expect(checkPassword("09069X", { documentNumber: "37020019990909069X" })).toEqual([
    "PASSWORD_LENGTH",
    "PASSWORD_HAS_DOCUMENT_NUMBER",
  ]);
});

test("K3 no check of a password throws", () => {
  const anyText = fc.string({ unit: "binary", maxLength: 40 });
  fc.assert(
    fc.property(anyText, anyText, (value, secret) => {
      checkPassword(value, { documentNumber: secret, phones: [secret], username: secret });
    }),
  );
});
