import { expect, test } from "vitest";
import { memberText } from "@/lib/server/gateways/member-text";

test.each([
  ['{"a":{"x":1},"sign":"s"}', "a", '{"x":1}'],
  ['{"a":{"x":1},"sign":"s"}', "sign", '"s"'],
  ['{ "sign" : "s" , "a" : {"y":"\\/ \\u4e2d"} }', "a", '{"y":"\\/ \\u4e2d"}'],
  ['{"a":{"x":"},\\"sign\\":\\"no\\""},"sign":"yes"}', "sign", '"yes"'],
  ['{"a":["sign",{"sign":"inner"}],"sign":"outer"}', "sign", '"outer"'],
  ['{"a":1,"b":null}', "b", "null"],
])("N1 of %s the member %s is exactly %s", (json, name, text) => {
  expect(memberText(json, name)).toBe(text);
});

test("N1 none, or several of a name, is none", () => {
  expect(memberText('{"a":{"sign":"inner"}}', "sign")).toBeNull();
  expect(memberText('{"sign":"one","sign":"two"}', "sign")).toBeNull();
  expect(memberText('["sign"]', "sign")).toBeNull();
  expect(() => memberText("<html>", "sign")).toThrow(SyntaxError);
});
