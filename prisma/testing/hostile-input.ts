import fc from "fast-check";
import type { z } from "zod";

/** Texts that have broken programs: other encodings, other languages' syntax, other people's files. */
const HOSTILE_TEXTS = [
  "",
  " ",
  "\u0000",
  "\ud800",
  "\u202e\u200b\ufeff",
  "__proto__",
  "constructor",
  "toString",
  "../../../../etc/passwd",
  "' OR 1=1 --",
  '"; DROP TABLE "Person"; --',
  "<script>alert(1)</script>",
  "{{7*7}}",
  "%00%0d%0aSet-Cookie: x=1",
  "a\r\nBcc: b@example.com",
  "javascript:alert(1)",
  "https://evil.example/",
  "//evil.example",
  '=HYPERLINK("https://evil.example")',
  "NaN",
  "-1",
  "1e309",
  "9".repeat(400),
  "张".repeat(9000),
  "𠮷👨‍👩‍👧‍👦",
] as const;

export const hostileText: fc.Arbitrary<string> = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...HOSTILE_TEXTS) },
  { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 80 }) },
);

function nest(depth: number): unknown {
  let value: unknown = "deep";
  for (let each = 0; each < depth; each++) value = each % 2 ? [value] : { value };
  return value;
}

/** What a request's JSON can hold: wrong types, deep objects, prototype names, endless texts. */
export const hostileJson: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(null, true, 0, -1, 1e308, [], {}, [[]], nest(400)),
  hostileText,
  fc.constant(JSON.parse('{"__proto__":{"admin":true},"constructor":{"prototype":{"ok":1}}}')),
  fc.array(hostileText, { maxLength: 4 }),
  fc.dictionary(hostileText, fc.oneof(hostileText, fc.integer(), fc.constant(null)), {
    maxKeys: 4,
  }),
);

/** The same and what React's encoding of arguments can hold besides. */
export const hostileValue: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 4, arbitrary: hostileJson },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom<() => unknown>(
        () => undefined,
        () => Number.NaN,
        () => Number.POSITIVE_INFINITY,
        () => -0,
        () => 10n ** 30n,
        () => new Date(Number.NaN),
        () => new Map([["region", "shandong"]]),
        () => new Set([1]),
        () => new FormData(),
        () => new Blob(["x"]),
      )
      .map((make) => make()),
  },
);

/** Values that pass the checks of a field, by what its name ends with. */
export type Plausible = readonly (readonly [RegExp, readonly unknown[]])[];

/**
 * Inputs that get past a zod schema often enough to reach the use case behind it, with a hostile value here and there in
 * place of a right one.
 */
export function inputOf(schema: z.ZodType, plausible: Plausible, name = ""): fc.Arbitrary<unknown> {
  return fc.oneof(
    { weight: 24, arbitrary: fitting(schema as Schema, plausible, name) },
    { weight: 1, arbitrary: hostileValue },
  );
}

/** As much of zod's own description of a schema as is read here. */
type Schema = z.ZodType & {
  _zod: {
    def: {
      type: string;
      shape?: Record<string, Schema>;
      element?: Schema;
      options?: Schema[];
      innerType?: Schema;
      in?: Schema;
      valueType?: Schema;
      entries?: Record<string, unknown>;
      values?: unknown[];
    };
  };
};

function fitting(schema: Schema, plausible: Plausible, name: string): fc.Arbitrary<unknown> {
  const { def } = schema._zod;
  const inner = (each: Schema, as = name) => inputOf(each, plausible, as);
  const known = plausible.find(([pattern]) => pattern.test(name))?.[1];
  switch (def.type) {
    case "object": {
      const fields = Object.entries(def.shape ?? {}).map(
        ([key, field]) => [key, inner(field, key)] as const,
      );
      return fc.record(Object.fromEntries(fields));
    }
    case "array":
      return fc.array(inner(def.element as Schema), { maxLength: 3 });
    case "record":
      return fc.dictionary(hostileText, inner(def.valueType as Schema), { maxKeys: 3 });
    case "union":
      return fc.oneof(...(def.options ?? []).map((each) => inner(each)));
    case "optional":
    case "nullable":
    case "default":
      return fc.oneof(inner(def.innerType as Schema), fc.constantFrom(undefined, null));
    case "pipe":
      return inner(def.in as Schema);
    case "enum":
      return fc.constantFrom<unknown>(...Object.values(def.entries ?? {}));
    case "literal":
      return fc.constantFrom<unknown>(...(def.values ?? [null]));
    case "boolean":
      return fc.boolean();
    case "number":
      return fc.constantFrom<unknown>(1, 0, 2, -1, 2 ** 31, 2 ** 53, 0.5);
    case "undefined":
      return fc.constant(undefined);
    default:
      return known ? fc.constantFrom(...known) : hostileText;
  }
}
