import { expect, test } from "vitest";
import { problemsOf } from "@/lib/schemas/problems";
import { registerDetailsForms, registerIdentityForm } from "@/lib/schemas/register";

const IDENTITY = {
  region: "xizang",
  overseas: false,
  documentType: "RESIDENT_ID",
  country: "",
  documentNumber: "540100199712120484",
  name: "吴敏",
  humanCheck: "x",
};

const DETAILS = {
  region: "xizang",
  flow: "f",
  contact: "15405400009",
  code: "123456",
  newPassword: "Cypress.2031",
  confirmPassword: "Cypress.2031",
  username: "",
  agreement: true,
};

function identity(rest: object) {
  const read = registerIdentityForm.safeParse({ ...IDENTITY, ...rest });
  return read.success
    ? read.data
    : problemsOf(read.error.issues).map(({ field, code }) => `${field} ${code}`);
}

function details(rest: object) {
  const read = registerDetailsForms.SMS.safeParse({ ...DETAILS, ...rest });
  return read.success
    ? read.data
    : problemsOf(read.error.issues).map(({ field, code }) => `${field} ${code}`);
}

test("R1 a document is read as it was meant", () => {
  expect(identity({ documentNumber: " 370200-1999 0909 069x " })).toMatchObject({
    documentNumber: "37020019990909069X",
    country: "CN",
  });
  const smith = { documentType: "FOREIGN_PASSPORT", documentNumber: "p12345678", country: "美国" };
  expect(identity({ ...smith, name: " JOHN  SMITH " })).toMatchObject({
    documentNumber: "P12345678",
    country: "US",
    name: "JOHN SMITH",
  });
});

test.each([
  [{ documentNumber: "P12345678" }, "documentNumber DOCUMENT_NUMBER_FORMAT"],
  [{ documentNumber: "540100199712120485" }, "documentNumber DOCUMENT_NUMBER_CHECK"],
  [{ documentType: "CN_PASSPORT" }, "documentNumber DOCUMENT_NUMBER_FORMAT"],
  [{ documentType: "TW_RESIDENCE_PERMIT" }, "documentNumber DOCUMENT_NUMBER_PLACE"],
  [{ documentType: "HK_MO_TRAVEL_PERMIT" }, "documentNumber DOCUMENT_NUMBER_FORMAT"],
  [{ documentType: "LIBRARY_CARD" }, "documentType REQUIRED"],
  [{ documentType: "FOREIGN_PASSPORT", documentNumber: "P12345678" }, "country REQUIRED"],
  [
    { documentType: "FOREIGN_PASSPORT", documentNumber: "P12345678", country: "亚特兰蒂斯" },
    "country COUNTRY_UNKNOWN",
  ],
  [
    { documentType: "FOREIGN_PASSPORT", documentNumber: "P12345678", country: "CN" },
    "country COUNTRY_IS_CHINA",
  ],
  [{ name: "<b>吴敏</b>" }, "name NAME_INVALID"],
  [{ name: "" }, "name REQUIRED"],
])("R2 a number of the wrong type or country is refused: %o", (rest, problem) => {
  expect(identity(rest)).toEqual([problem]);
});

test.each([
  ["short1.", "PASSWORD_LENGTH"],
  ["Cypress 2031", "PASSWORD_CHARACTERS"],
  ["Cypress.2031中", "PASSWORD_CHARACTERS"],
  ["Cypress!2031", "PASSWORD_CHARACTERS"],
  ["onlyletters", "PASSWORD_CLASSES"],
  ["password1", "PASSWORD_COMMON"],
])("K3 the password %j is refused at its field", (newPassword, code) => {
  expect(details({ newPassword, confirmPassword: newPassword })).toEqual([`newPassword ${code}`]);
});

test.each([
  [{ confirmPassword: "Cypress.2032" }, "confirmPassword PASSWORDS_DIFFER"],
  [{ contact: "12345678901" }, "contact PHONE_INVALID"],
  [{ contact: "yuki@example.com" }, "contact PHONE_INVALID"],
  [{ code: "12345" }, "code CODE_FORMAT"],
  [{ username: "abc" }, "username USERNAME_FORMAT"],
  [{ username: "1abcdef" }, "username USERNAME_FORMAT"],
  [{ username: "abc-def" }, "username USERNAME_FORMAT"],
  [{ username: "P12345678" }, "username USERNAME_LIKE_NUMBER"],
  [{ agreement: false }, "agreement AGREEMENT_REQUIRED"],
])("R1 A2 details that cannot be are refused at their field: %o", (rest, problem) => {
  expect(details(rest)).toEqual([problem]);
});

test("N1 e-mail header injection: a mailbox with a second line is refused", () => {
  const contact = "yuki@example.com\r\nBcc: other@example.com";
  const read = registerDetailsForms.EMAIL.safeParse({ ...DETAILS, contact });
  expect(read.success).toBe(false);
});
