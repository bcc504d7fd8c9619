import { expect, test, vi } from "vitest";
import { createChallengeSolver, SOLUTION_LIFETIME_MS } from "@/components/form/challenge-solver";

function solver() {
  let clock = 0;
  let count = 0;
  const solve = vi.fn(async () => `solution ${++count}`);
  return {
    solve,
    pass: (ms: number) => (clock += ms),
    ...createChallengeSolver(solve, () => clock),
  };
}

test("L10 works ahead: a solution begun in the background is the one sent", async () => {
  const { solve, start, take } = solver();
  await start();
  expect(await take()).toBe("solution 1");
  expect(solve).toHaveBeenCalledTimes(1);
});

test("L10 sends every solution once", async () => {
  const { take } = solver();
  expect(await take()).toBe("solution 1");
  expect(await take()).toBe("solution 2");
});

test("L10 renews a solution the server would refuse as expired", async () => {
  const { start, take, pass } = solver();
  await start();
  pass(SOLUTION_LIFETIME_MS);
  expect(await take()).toBe("solution 2");
});

test("L10 tries anew after a failure", async () => {
  const solve = vi.fn(async () => "solution");
  solve.mockRejectedValueOnce(new Error("offline"));
  const { start, take } = createChallengeSolver(solve, () => 0);
  await expect(start()).rejects.toThrow("offline");
  expect(await take()).toBe("solution");
});
