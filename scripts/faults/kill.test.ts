import "@/prisma/testing/demo-database";
import { expect, test } from "vitest";
import { killAtRandom } from "@/scripts/faults/kill";

test("N5 processes killed in the middle of registrations, takeovers, switches and imports leave nothing half-done", {
  timeout: 180_000,
}, async () => {
  const { kills, found, done } = await killAtRandom({ kills: 4, together: 2, random: Math.random });
  expect(found).toEqual([]);
  expect(kills).toBe(4);
  // What each did before it was told to go on.
  expect(done.registrations).toBeGreaterThanOrEqual(4);
  expect(done.imports).toBeGreaterThanOrEqual(4);
});
