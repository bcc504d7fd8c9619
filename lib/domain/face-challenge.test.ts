import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  CHALLENGES,
  countsAsFailure,
  descriptorDistance,
  newChallenge,
  quantile,
} from "@/lib/domain/face-challenge";

describe("a challenge (动作提示)", () => {
  test("R4 has three steps, the mouth among them, none twice in a row", () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), (chance) => {
        const steps = newChallenge(() => chance);
        expect(steps).toHaveLength(3);
        expect(steps).toContain("OPEN_MOUTH");
        expect(steps[0]).not.toBe(steps[1]);
        expect(steps[1]).not.toBe(steps[2]);
      }),
    );
  });

  test("R4 is one of ten, each as likely as the next", () => {
    expect(CHALLENGES).toHaveLength(10);
    expect(new Set(CHALLENGES.map(String)).size).toBe(10);
    const reached = CHALLENGES.map((_, index) => newChallenge(() => (index + 0.5) / 10));
    expect(reached).toEqual(CHALLENGES);
  });

  test("refuses a source of chance outside 0…1", () => {
    expect(() => newChallenge(() => 1)).toThrow(RangeError);
  });
});

describe("descriptors (人脸特征)", () => {
  const numbers = fc.array(fc.double({ min: -1, max: 1, noNaN: true }), {
    minLength: 128,
    maxLength: 128,
  });

  test("have a distance that is symmetric and 0 to themselves", () => {
    fc.assert(
      fc.property(numbers, numbers, (a, b) => {
        expect(descriptorDistance(a, a)).toBe(0);
        expect(descriptorDistance(a, b)).toBe(descriptorDistance(b, a));
      }),
    );
  });

  test("of different lengths are not compared", () => {
    expect(() => descriptorDistance([1], [1, 2])).toThrow(RangeError);
  });
});

test("a quantile lies among the values and grows with its share", () => {
  fc.assert(
    fc.property(fc.array(fc.integer(), { minLength: 1 }), (values) => {
      expect(values).toContain(quantile(values, 0.5));
      expect(quantile(values, 0.75)).toBeGreaterThanOrEqual(quantile(values, 0.5));
    }),
  );
  expect(() => quantile([], 0.5)).toThrow(RangeError);
});

test.each([
  ["NOT_SAME_PERSON", true],
  ["PERSON_CHANGED", true],
  ["STILL_PICTURE", true],
  ["PROMPT_NOT_FOLLOWED", true],
  ["REPLAYED", true],
  ["NO_FACE", false],
  ["TWO_FACES", false],
  ["TOO_DARK", false],
  ["TOO_SMALL", false],
  ["TOO_FEW_FRAMES", false],
  ["TIMED_OUT", false],
] as const)("K1 %s counts as a failed attempt: %s", (reason, counts) => {
  expect(countsAsFailure(reason)).toBe(counts);
});
