import { expect, test } from "vitest";
import { asksForStepUp } from "./step-up";

const session = (region: string, realNameLevel: number, ...proofs: string[]) => ({
  region,
  realNameLevel,
  proofs,
});

test.each([
  ["shandong", 3, ["PASSWORD", "SMS"], "invoice-type-approval", true],
  ["shandong", 4, ["PASSWORD", "SMS"], "invoice-type-approval", true],
  ["shandong", 4, ["PASSWORD", "FACE"], "invoice-type-approval", false],
  ["shandong", 4, ["SCAN", "PASSWORD", "FACE"], "general-tax-refund", false],
  ["shandong", 3, ["PASSWORD", "SMS"], "invoice-request", false],
  ["xizang", 3, ["PASSWORD", "SMS"], "invoice-type-approval", false],
  ["nowhere", 4, ["PASSWORD"], "invoice-type-approval", false],
])(
  "B17 in %s at level %i with %j, %s asks for a face: %s",
  (region, level, proofs, code, asked) => {
    expect(asksForStepUp(session(region, level, ...proofs), code)).toBe(asked);
  },
);
