import { expect, test } from "vitest";
import {
  changePasswordForm,
  closeByCodeForm,
  flowPasswordForm,
  newPhoneForm,
  removePhoneForm,
  usernameForm,
} from "@/lib/schemas/account";
import { problemsOf } from "@/lib/schemas/problems";

const codesOf = (checked: {
  error?: { issues: Parameters<typeof problemsOf>[0] };
}): (string | undefined)[] =>
  problemsOf(checked.error?.issues ?? []).map(({ code, field }) => `${field} ${code}`);

const phone = (typed: unknown) =>
  newPhoneForm.safeParse({ region: "xizang", flow: "", phone: typed, code: "123456" });

test.each([
  ["154 0370 0001", "15403700001"],
  ["+86 154-0370-0001", "15403700001"],
  ["１５４０３７００００１", "15403700001"],
  ["00852 6612 3456", "+85266123456"],
])("P1 the phone %s is %s", (typed, normal) => {
  expect(phone(typed).data?.phone).toBe(normal);
});

test.each([
  ["", "REQUIRED"],
  ["12345678901", "PHONE_INVALID"],
  ["1540370000", "PHONE_INVALID"],
  ["15403700001 or 1=1", "PHONE_INVALID"],
  ["154\u00003700001", "NOT_TEXT"],
  ["1".repeat(200), "TOO_LONG"],
  [null, "REQUIRED"],
  [{ toString: "x" }, "NOT_TEXT"],
])("P1 the phone %j is refused: %s", (typed, code) => {
  expect(codesOf(phone(typed))).toEqual([`phone ${code}`]);
});

test.each([
  ["lhasa 2026", "USERNAME_FORMAT"],
  ["lhasa<b>", "USERNAME_FORMAT"],
  ["拉萨lhasa", "USERNAME_FORMAT"],
  ["lhasa\u0000x", "NOT_TEXT"],
  ["lhasa\ud800x", "NOT_TEXT"],
  ["H12345678", "USERNAME_LIKE_NUMBER"],
])("A2 the username %j is refused: %s", (username, code) => {
  expect(codesOf(usernameForm.safeParse({ username }))).toEqual([`username ${code}`]);
});

test("A2 a username typed in full width keeps its case", () => {
  expect(usernameForm.parse({ username: " Ｌhasa２０２６ " }).username).toBe("Lhasa2026");
});

test.each([
  ["密码Abc12345", "PASSWORD_CHARACTERS"],
  ["Abc 12345", "PASSWORD_CHARACTERS"],
  ["Abc\u000012345", "NOT_TEXT"],
  ["A1b2", "PASSWORD_LENGTH"],
])("K3 the new password %j is refused: %s", (newPassword, code) => {
  const typed = { newPassword, confirmPassword: newPassword };
  expect(codesOf(flowPasswordForm.safeParse({ region: "xizang", flow: "x", ...typed }))).toContain(
    `newPassword ${code}`,
  );
  expect(codesOf(changePasswordForm.safeParse({ oldPassword: "x", ...typed }))).toContain(
    `newPassword ${code}`,
  );
});

test("A3 nothing is closed before the consequences are known", () => {
  const form = { flow: "x", understood: false, password: "x", code: "123456" };
  expect(codesOf(closeByCodeForm.safeParse(form))).toEqual(["understood CLOSING_NOT_UNDERSTOOD"]);
});

test("P3 a phone to remove is named by a text and says whether it is the last", () => {
  for (const form of [
    {},
    { phoneId: 7, last: true },
    { phoneId: "x" },
    { phoneId: "", last: false },
  ]) {
    expect(removePhoneForm.safeParse(form).success, JSON.stringify(form)).toBe(false);
  }
});
