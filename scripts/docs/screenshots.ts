/**
 * Takes the pictures of README anew. Run by hand, beside a portal with fresh demo data and its outbox shown:
 * `npm run quickstart`, then `npx tsx scripts/docs/screenshots.ts [http://localhost:3000]`.
 */
import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "@playwright/test";
import { z } from "zod";
import { BROWSER_ARGS, installedBrowser } from "../../e2e/fixtures/browser";

const ROOT = join(import.meta.dirname, "..", "..");
const FOLDER = join(ROOT, "docs", "images");
const origin = process.argv[2] ?? "http://localhost:3000";
const region = "shandong";

const { password } = z
  .object({ password: z.string() })
  .parse(JSON.parse(readFileSync(join(ROOT, "prisma", "seed", "demo.json"), "utf8")));
/** 王芳 of 山东泰岳贸易: two roles to choose from. */
const PERSON = { taxpayerId: "91370100YY3C2B017K", account: "wangfang90", phone: "15403700003" };

mkdirSync(FOLDER, { recursive: true });
const browser = await chromium.launch({
  executablePath: installedBrowser,
  args: BROWSER_ARGS,
});
const page = await browser.newPage({
  locale: "zh-CN",
  timezoneId: "Asia/Shanghai",
  viewport: { width: 1280, height: 920 },
  reducedMotion: "reduce",
});
const picture = async (name: string) => {
  await page.mouse.move(0, 0);
  await page.screenshot({ path: join(FOLDER, `${name}.png`) });
};
const submit = () => page.getByRole("button", { name: "登录", exact: true }).click();
const box = (name: string) => page.getByRole("textbox", { name });

await page.goto(`${origin}/${region}/login/unified`);
await page.getByRole("tab", { name: "企业业务" }).click();
await box("统一社会信用代码/纳税人识别号").fill(PERSON.taxpayerId);
await box("居民身份证号码/手机号码/用户名").fill(PERSON.account);
await box("个人用户密码").fill(password);
await page.getByRole("checkbox", { name: "人机验证" }).check();
await page.getByText("已就绪").waitFor();
await page.getByRole("checkbox", { name: "我已阅读并同意用户服务协议、隐私政策" }).check();
await picture("login");
await submit();

await page.getByRole("button", { name: "获取验证码" }).click();
await page.getByText("验证码已发送").waitFor();
const messages = z
  .array(z.object({ code: z.string() }))
  .parse(await (await page.request.get(`${origin}/dev/outbox.json?to=${PERSON.phone}`)).json());
await box("短信验证码").fill(messages[0]?.code ?? "");
await picture("verify");
await submit();

await page.getByRole("radio", { name: "开票员" }).waitFor();
await page.getByRole("radio", { name: "办税员" }).check();
await picture("identity");
await page.getByRole("button", { name: "进入" }).click();

await page.waitForURL(`**/${region}/home`);
await page.getByText("欢迎，").waitFor();
await picture("home");
await browser.close();
