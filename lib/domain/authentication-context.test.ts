import { expect, test } from "vitest";
import { acrOf, amrOf, answeredAcr, satisfiesAcr } from "./authentication-context";

test.each([
  [["PASSWORD", "SMS"], "urn:tax:acr:2f", ["pwd", "sms", "mfa"]],
  [["PASSWORD", "FACE"], "urn:tax:acr:face", ["pwd", "face", "mfa"]],
  [["CERTIFICATE", "SMS"], "urn:tax:acr:2f", ["swk", "sms", "mfa"]],
  [["ENTERPRISE_PASSWORD", "PASSWORD"], "urn:tax:acr:1f", ["pwd"]],
  [["ENTERPRISE_PASSWORD", "PASSWORD", "SMS"], "urn:tax:acr:2f", ["pwd", "sms", "mfa"]],
  [["SCAN", "PASSWORD", "SMS"], "urn:tax:acr:2f", ["hwk", "pwd", "sms", "mfa"]],
])("OIDC proofs %j are acr %s and amr %j", (proofs, acr, amr) => {
  expect(acrOf(proofs)).toBe(acr);
  expect(amrOf(proofs)).toEqual(amr);
});

test("OIDC a stronger login satisfies a weaker acr, never the reverse", () => {
  expect(satisfiesAcr("urn:tax:acr:face", "urn:tax:acr:2f")).toBe(true);
  expect(satisfiesAcr("urn:tax:acr:2f", "urn:tax:acr:face")).toBe(false);
  expect(satisfiesAcr("urn:tax:acr:face", "urn:elsewhere")).toBe(false);
});

test("OIDC the acr answered is the first wanted one that holds, else what is held", () => {
  expect(answeredAcr("urn:tax:acr:face", ["urn:tax:acr:2f"])).toBe("urn:tax:acr:2f");
  expect(answeredAcr("urn:tax:acr:2f", ["urn:tax:acr:face"])).toBe("urn:tax:acr:2f");
  expect(answeredAcr("urn:tax:acr:2f", [])).toBe("urn:tax:acr:2f");
});
