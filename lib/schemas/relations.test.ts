import { expect, test } from "vitest";
import { problemsOf } from "@/lib/schemas/problems";
import {
  addHandlerForm,
  applyForm,
  permissionIdentityForm,
  staffRelationForm,
} from "@/lib/schemas/relations";

const APPLICATION = {
  taxpayerId: "91370100MA3C2B017K",
  role: "TAX_HANDLER",
  validFrom: "2026-01-01",
  validTo: "",
};

/** Codes of what is wrong, by field. */
function problems(input: object) {
  const checked = applyForm.safeParse(input);
  return checked.success
    ? []
    : problemsOf(checked.error.issues).map(({ code, field }) => `${field} ${code}`);
}

test("A4 a period without an end is open; one that ends before it begins is refused at 有效期止", () => {
  const dates = (validFrom: string, validTo: string) =>
    problems({ ...APPLICATION, validFrom, validTo }).filter((each) => each.startsWith("valid"));
  expect(dates("2026-01-01", "")).toEqual([]);
  expect(dates("2026-01-01", "2026-01-01")).toEqual([]);
  expect(dates("", "")).toEqual(["validFrom REQUIRED"]);
  expect(dates("2026-02-30", "")).toEqual(["validFrom DAY_INVALID"]);
  expect(dates("2026-01-01", "soon")).toEqual(["validTo DAY_INVALID"]);
});

test("N1 forms take ids that look like ids, and no other actions than their own", () => {
  const press = (relationId: unknown, action: string) =>
    staffRelationForm.safeParse({ relationId, action, identityVersion: 1 }).success;
  expect(press("0192-abc", "FREEZE")).toBe(true);
  expect(press("0192\0", "FREEZE")).toBe(false);
  expect(press({ contains: "" }, "FREEZE")).toBe(false);
  expect(press("0192", "REMOVE_OWN")).toBe(false);
  expect(addHandlerForm.safeParse({ role: "LEGAL_REPRESENTATIVE" }).success).toBe(false);
});

test("E4 a permission identity needs a name and a function (辽宁 二: 一定不要忘记勾选功能树)", () => {
  const form = { permissionIdentityId: "", name: "开票岗", description: "", functions: [] };
  const checked = permissionIdentityForm.safeParse({ ...form, identityVersion: 1 });
  expect(checked.error?.issues.map(({ message }) => message)).toEqual(["FUNCTIONS_REQUIRED"]);
});
