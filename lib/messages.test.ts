import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { messageOf } from "@/lib/messages";

/** The codes of problems in the files of `lib/messages`, with the file of each; notices and audit actions are not problems. */
function codesByFile(): [code: string, file: string][] {
  return readdirSync("lib/messages").flatMap((file) => {
    const source = readFileSync(join("lib/messages", file), "utf8");
    const groups = source.matchAll(/export const \w+_MESSAGES = \{\n(.*?)\n\}/gs);
    return [...groups].flatMap(([, body = ""]) =>
      [...body.matchAll(/^ {2}([A-Z_]+):/gm)].map(([, code = ""]): [string, string] => [
        code,
        file,
      ]),
    );
  });
}

test("a problem has one sentence, in one file", () => {
  const files = new Map<string, string>();
  const codes = codesByFile();
  expect(codes.length).toBeGreaterThan(150);
  const twice = codes.filter(([code, file]) => {
    const known = files.get(code);
    files.set(code, file);
    return known !== undefined;
  });
  expect(twice).toEqual([]);
});

describe("messageOf", () => {
  test("fills the field's label into its sentence", () => {
    expect(messageOf({ code: "REQUIRED", params: { label: "个人用户密码" } })).toBe(
      "请填写个人用户密码",
    );
    expect(messageOf({ code: "TOO_LONG", params: { label: "用户名", max: 20 } })).toBe(
      "用户名不能超过20个字符",
    );
  });

  test("has a sentence without a label too", () => {
    expect(messageOf({ code: "REQUIRED" })).toBe("请填写此项");
    expect(messageOf({ code: "TOO_LONG" })).toBe("内容太长，请检查后重新填写");
  });

  test.each(["NO_SUCH_CODE", "", "constructor", "__proto__"])(
    "says a general sentence for the unknown code %j",
    (code) => {
      expect(messageOf({ code })).toBe("操作未完成，请稍后重试");
    },
  );
});
