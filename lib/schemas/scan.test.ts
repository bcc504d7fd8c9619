import { expect, test } from "vitest";
import { secretOfLink, ticketForm } from "./scan";

const SECRET = `${"A".repeat(42)}_`;

test.each([
  [`https://etax.example/app/scan/${SECRET}`, SECRET],
  [`http://localhost:3000/app/scan/${SECRET}`, SECRET],
  [`/app/scan/${SECRET}`, SECRET],
  [` /app/scan/${SECRET}/ `, SECRET],
  [`app/scan/${SECRET}`, SECRET],
  [`https://etax.example/app/scan/${SECRET}?next=x`, null],
  [`https://etax.example/app/scan/${SECRET}A`, null],
  ["https://weixin.example/pay/1", null],
  [SECRET, null],
  ["", null],
])("Q1 the link %s names the code %s", (link, secret) => {
  expect(secretOfLink(link)).toBe(secret);
});

test("Q4 a code that cannot exist is refused before anything is looked up", () => {
  for (const secret of ["", "short", `${SECRET}x`, 1, null, undefined]) {
    expect(ticketForm.safeParse({ secret }).success).toBe(false);
  }
});
