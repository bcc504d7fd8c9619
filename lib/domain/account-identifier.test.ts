import fc from "fast-check";
import { expect, test } from "vitest";
import { checkUsername, readAccountIdentifier, usernameKey } from "@/lib/domain/account-identifier";

test("L2 the account box takes a document number in any writing", () => {
  for (const typed of [
    "370100197801050130",
    "370100 19780105 0130",
    "３７０１００１９７８０１０５０１３０",
  ]) {
    expect(readAccountIdentifier(typed)).toEqual({ documentNumber: "370100197801050130" });
  }
  expect(readAccountIdentifier("37020019990909069x")).toEqual({
    documentNumber: "37020019990909069X",
  });
});

test("L2 the account box takes a phone, which may also be some document number", () => {
  expect(readAccountIdentifier("154 0370 0001")).toEqual({
    documentNumber: "15403700001",
    phone: "15403700001",
  });
  expect(readAccountIdentifier("+86 15403700001").phone).toBe("15403700001");
  expect(readAccountIdentifier("+852 6612 3456")).toEqual({ phone: "+85266123456" });
});

test("L2 the account box takes a username and keeps its case", () => {
  expect(readAccountIdentifier(" Zhaxi2026 ")).toEqual({
    documentNumber: "ZHAXI2026",
    username: "Zhaxi2026",
  });
  expect(readAccountIdentifier("Ｚｈａｘｉ２０２６").username).toBe("Zhaxi2026");
});

test("L2 a resident id of 15 digits never stands for one of 18", () => {
  expect(readAccountIdentifier("110105491231002")).toEqual({ documentNumber: "110105491231002" });
});

test("L2 what can be nothing of the three has no candidate", () => {
  for (const typed of ["", "  ", "张伟", "' OR 1=1 -- ", "<script>", "\0", "a".repeat(10_000)]) {
    expect(readAccountIdentifier(typed)).toEqual({});
  }
});

test("L2 reading the account box never throws, and candidates are normalised", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 40 }), (text) => {
      const { documentNumber, phone, username } = readAccountIdentifier(text);
      expect(documentNumber ?? "0000").toMatch(/^[0-9A-Z]{4,30}$/);
      expect(phone ?? "+1234567").toMatch(/^\+?\d+$/);
      expect(username ?? "abcdef").toMatch(/^[A-Za-z][A-Za-z0-9]{5,19}$/);
    }),
  );
});

test.each([
  ["zhangwei78", null],
  ["Zhaxi2026", null],
  ["abcdef", null],
  ["a".repeat(20), null],
  ["abcde", "USERNAME_FORMAT"],
  ["a".repeat(21), "USERNAME_FORMAT"],
  ["1zhangwei", "USERNAME_FORMAT"],
  ["zhang_wei", "USERNAME_FORMAT"],
  ["张伟zhangwei", "USERNAME_FORMAT"],
  ["zhangwei\n", "USERNAME_FORMAT"],
  ["15403700001", "USERNAME_FORMAT"],
  ["H12345678", "USERNAME_LIKE_NUMBER"],
  ["h12345678", "USERNAME_LIKE_NUMBER"],
  ["ef1260892", "USERNAME_LIKE_NUMBER"],
  ["KAZ110090123105", "USERNAME_LIKE_NUMBER"],
])("A2 the username %s: %s", (username, problem) => {
  expect(checkUsername(username)).toBe(problem);
});

test("A2 usernames are unique whatever their case", () => {
  expect(usernameKey("Zhaxi2026")).toBe(usernameKey("zHAXI2026"));
});
