import fc from "fast-check";
import { expect, test } from "vitest";
import { isFinal, numberChoices, ticketState } from "./scan-ticket";

const now = new Date("2026-11-22T04:00:00Z");
const past = new Date(now.getTime() - 1);
const later = new Date(now.getTime() + 1);

test.each([
  ["CREATED", later, "CREATED", false],
  ["CREATED", now, "EXPIRED", true],
  ["CREATED", past, "EXPIRED", true],
  ["SCANNED", later, "SCANNED", false],
  ["SCANNED", past, "EXPIRED", true],
  ["CONFIRMED", past, "CONFIRMED", true],
  ["CANCELLED", past, "CANCELLED", true],
] as const)("Q4 %s until %s is %s", (status, expiresAt, state, final) => {
  const derived = ticketState({ status, expiresAt }, now);
  expect(derived).toBe(state);
  expect(isFinal(derived)).toBe(final);
});

test("B6 three different two-digit numbers, the right one among them at any place", () => {
  const places = new Set<number>();
  fc.assert(
    fc.property(
      fc.integer({ min: 10, max: 99 }),
      fc.uint8Array({ minLength: 8, maxLength: 32 }),
      (matching, seed) => {
        const choices = numberChoices(matching, seed);
        places.add(choices.indexOf(matching));
        expect(new Set(choices).size).toBe(3);
        expect(choices).toContain(matching);
        expect(choices.every((each) => each >= 10 && each <= 99)).toBe(true);
        expect(numberChoices(matching, seed)).toEqual(choices);
      },
    ),
  );
  expect(places).toEqual(new Set([0, 1, 2]));
});
