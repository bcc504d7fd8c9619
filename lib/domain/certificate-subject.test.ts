import { expect, test } from "vitest";
import { taxpayerIdOf } from "@/lib/domain/certificate-subject";

const HAILAN = "91370200YY3D3C0167";
const CHUNCHENG = "91530100YY6K5E014Q";

test.each([
  [["青岛海蓝科技有限公司", HAILAN]],
  [[`VATCN-${HAILAN}`]],
  [[`ntrcn-${HAILAN.toLowerCase()}`]],
  [[" 91370200 YY3D3C0167 ", HAILAN]],
  [["YY3D3C016", HAILAN]],
])("L12 the code is found among %j", (values) => {
  expect(taxpayerIdOf(values)).toBe(HAILAN);
});

test.each([
  ["nothing", []],
  ["a code with a wrong check digit", ["91370200YY3D3C0168"]],
  ["two enterprises", [HAILAN, CHUNCHENG]],
  ["a code inside other text", [`税号${HAILAN}`]],
  ["an endless value", [`${" ".repeat(100)}${HAILAN}`]],
])("L12 of %s nothing is taken", (_, values) => {
  expect(taxpayerIdOf(values)).toBeNull();
});
