import { describe, expect, test } from "vitest";
import { z } from "zod";
import { problemsOf } from "@/lib/schemas/problems";

function check(schema: z.ZodType, input: unknown) {
  const result = schema.safeParse(input);
  return result.success ? [] : problemsOf(result.error.issues);
}

describe("problemsOf", () => {
  test("takes a schema's own message as the code and keeps the order of the fields", () => {
    const schema = z.object({
      account: z.string("NOT_TEXT").min(1, "REQUIRED"),
      code: z.string().regex(/^\d{6}$/, "CODE_FORMAT"),
    });
    expect(check(schema, { account: "", code: "12" })).toEqual([
      { code: "REQUIRED", field: "account" },
      { code: "CODE_FORMAT", field: "code" },
    ]);
  });

  test("names one problem per field", () => {
    const schema = z.object({ code: z.string().min(6, "CODE_FORMAT").regex(/^\d+$/, "INVALID") });
    expect(check(schema, { code: "x" })).toEqual([{ code: "CODE_FORMAT", field: "code" }]);
  });

  test("gives zod's built-in messages the general code of their kind", () => {
    const schema = z.object({ name: z.string().max(3), age: z.number(), word: z.enum(["a"]) });
    expect(check(schema, { name: "long name", age: "1", word: "b" })).toEqual([
      { code: "TOO_LONG", field: "name", params: { max: 3 } },
      { code: "NOT_TEXT", field: "age" },
      { code: "INVALID", field: "word" },
    ]);
  });

  test("passes on the parameters of a rule of one's own", () => {
    const schema = z.object({
      days: z.string().refine(() => false, { message: "INVALID", params: { max: 30, deep: {} } }),
    });
    expect(check(schema, { days: "31" })).toEqual([
      { code: "INVALID", field: "days", params: { max: 30 } },
    ]);
  });

  test("puts what belongs to no field on the page", () => {
    expect(check(z.object({}), "text")).toEqual([{ code: "NOT_TEXT" }]);
  });
});
