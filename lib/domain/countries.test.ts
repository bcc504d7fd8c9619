import { expect, test } from "vitest";
import { countryName, readCountry } from "@/lib/domain/countries";

test.each([
  ["US", "US"],
  [" us ", "US"],
  ["美国", "US"],
  ["日本", "JP"],
  ["中国", "CN"],
  ["United States", "US"],
  ["JAPAN", "JP"],
])("R1 国籍（地区） %j is %s", (typed, code) => {
  expect(readCountry(typed)).toBe(code);
});

test.each(["", "XX", "ZZ", "USA", "亚特兰蒂斯", "constructor"])("R1 %j is no country", (typed) => {
  expect(readCountry(typed)).toBeNull();
});

test("R1 a country has a Chinese name; what is none is left as it is", () => {
  expect(countryName("DE")).toBe("德国");
  expect(countryName("DE", "en")).toBe("Germany");
  expect(countryName("??")).toBe("??");
});
