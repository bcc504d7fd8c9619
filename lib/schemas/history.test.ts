import { expect, test } from "vitest";
import { endSessionForm, messageForm, reportForm } from "@/lib/schemas/history";

const ODD = ["", "a b", "../x", "a\0", "x".repeat(65), "％", null, 7, ["a"], { id: "a" }];

test.each(ODD.map((value) => [value]))("N1 %j names no message and no login", (value) => {
  expect(messageForm.safeParse({ message: value }).success).toBe(false);
  expect(endSessionForm.safeParse({ session: value }).success).toBe(false);
});

test("B4 only 43 characters of base64url can be a link's secret", () => {
  const token = "A_-".repeat(15).slice(0, 43);
  expect(reportForm.safeParse({ region: "shandong", token }).success).toBe(true);
  for (const odd of [...ODD, token.slice(1), `${token}A`, token.replace("A", "+")]) {
    expect(reportForm.safeParse({ region: "shandong", token: odd }).success).toBe(false);
  }
});
