import { expect, test } from "vitest";
import { loadPasswordStrength } from "@/components/form/password-strength";
import { checkPassword } from "@/lib/domain/password-rule";

test("K3 the estimate rises with the password, and knows the words of its owner", async () => {
  const estimate = await loadPasswordStrength();
  expect(estimate("password1", [])).toBe(0);
  expect(estimate("xq7#Vm-2kTz&", [])).toBe(4);
  const name = "Gyaltsenlhamo1";
  expect(estimate(name, ["Gyaltsenlhamo"])).toBeLessThan(estimate(name, []));
});

test("K3 the rule decides, not the estimate: a weak password it allows stays allowed", async () => {
  const estimate = await loadPasswordStrength();
  expect(checkPassword("Lhasa2026")).toEqual([]);
  expect(estimate("Lhasa2026", ["lhasa"])).toBeLessThan(3);
});
