import { describe, expect, test } from "vitest";
import { messageOf } from "@/lib/messages";

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
