import fc from "fast-check";
import { expect, test } from "vitest";
import { sameOriginPath } from "@/components/form/same-origin-path";

test.each(["/xizang/home", "/", "/xizang/login/verify?flow=abc#top"])("goes to %s", (path) => {
  expect(sameOriginPath(path)).toBe(path);
});

test.each([
  "//evil.example",
  "/\\evil.example",
  "https://evil.example",
  "xizang",
  "",
  "/\t/evil.example",
  "javascript:alert(1)",
  7,
  null,
])("refuses %j", (value) => {
  expect(sameOriginPath(value)).toBeNull();
});

test("what it accepts stays on this site, whatever the text", () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.string().map((text) => `/${text}`),
      ),
      (text) => {
        const path = sameOriginPath(text);
        if (path !== null)
          expect(new URL(path, "https://portal.example").host).toBe("portal.example");
      },
    ),
  );
});
