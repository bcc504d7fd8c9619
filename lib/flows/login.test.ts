import { expect, test } from "vitest";
import { type LoginFlowData, loginProofs } from "@/lib/flows/login";

const proved: LoginFlowData = {
  personId: "p",
  accountId: "a",
  identifierKind: "DOCUMENT",
  phoneId: null,
  enterpriseId: "e",
  projectKind: null,
  mustChangePassword: false,
  secondFactor: "SMS",
  app: null,
  scanned: null,
};

test("L3 L12 a session keeps both factors of its login", () => {
  const certificate = { flow: "f", fingerprint: "0" };
  expect(loginProofs(proved)).toBe("PASSWORD SMS");
  expect(loginProofs({ ...proved, certificate })).toBe("CERTIFICATE SMS");
  expect(loginProofs({ ...proved, certificate, secondFactor: "FACE" })).toBe("CERTIFICATE FACE");
});
