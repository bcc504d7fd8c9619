import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { ScanProblem } from "@/components/scan/scan-problem";

const shown = (code: string) =>
  renderToStaticMarkup(<ScanProblem problem={{ code }} portal="/shandong" />);

test("Q2 个人所得税APP without a real name is refused with links to both places", () => {
  const refused = shown("IIT_NOT_REAL_NAMED");
  expect(refused).toContain("需先在电子税务局和个人所得税APP都完成注册和实名认证");
  expect(refused).toContain('href="/shandong/register"');
  expect(refused).toContain('href="/app/iit/collect"');
});

test("Q4 an expired code says where to go on, without them", () => {
  expect(shown("TICKET_EXPIRED")).toContain("二维码已过期，请在网页上刷新后重新扫描");
  expect(shown("TICKET_EXPIRED")).not.toContain("href");
});
