import { expect, test } from "vitest";
import { checkEmail, normalizeEmail } from "@/lib/domain/email-address";

test.each([
  "yuki@example.com",
  "a.b+tax@mail.example.cn",
  "x_1@xn--fiqs8s.example",
  "o'neil@a-b.io",
])("R3 %s is an address", (address) => {
  expect(checkEmail(address)).toBeNull();
});

test.each([
  "",
  "yuki",
  "@example.com",
  "yuki@",
  "yuki@localhost",
  "yuki@-a.com",
  "yuki@example..com",
  ".yuki@example.com",
  "yu ki@example.com",
  "yuki@example.com, other@example.com",
  "yuki@example.com;other@example.com",
  "<yuki@example.com>",
  '"yuki"@example.com',
  "yuki(comment)@example.com",
  "yuki@example.com\r\nBcc: other@example.com",
  "yuki\n@example.com",
  "yuki@example.com\u0000",
  `${"y".repeat(65)}@example.com`,
  `yuki@${"a.".repeat(130)}com`,
])("N1 e-mail header injection: %j is no address", (address) => {
  expect(checkEmail(address)).toBe("EMAIL_INVALID");
});

test("R3 one mailbox has one form", () => {
  expect(normalizeEmail(" Yuki@Example.COM ")).toBe("yuki@example.com");
});
