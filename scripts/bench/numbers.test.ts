import { expect, test } from "vitest";
import { median, percentile } from "./numbers";

test("The median of an odd and an even series", () => {
  expect(median([3, 1, 2])).toBe(2);
  expect(median([4, 1, 3, 2])).toBe(2.5);
  expect(median([])).toBeNaN();
});

test("A percentile is a value of the series, by nearest rank", () => {
  const series = [50, 15, 40, 20, 35];
  expect(percentile(series, 0.3)).toBe(20);
  expect(percentile(series, 1)).toBe(50);
  expect(percentile(series, 0)).toBe(15);
});
