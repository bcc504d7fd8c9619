import fc from "fast-check";
import { expect, test } from "vitest";
import { incidentNumber } from "@/lib/domain/incident-number";

test("B4 a report number has its day and characters that can be told apart by ear", () => {
  fc.assert(
    fc.property(fc.infiniteStream(fc.nat({ max: 31 })), (stream) => {
      const number = incidentNumber("2026-11-22", () => Number(stream.next().value));
      expect(number).toMatch(/^AQ20261122-[A-HJ-NP-Z2-9]{6}$/);
    }),
  );
});

test("B4 every choice of the random source shows in the number", () => {
  expect(incidentNumber("2026-11-22", () => 0)).toBe("AQ20261122-AAAAAA");
  expect(incidentNumber("2026-11-22", (below) => below - 1)).toBe("AQ20261122-999999");
});
