import { type Browser, expect } from "@playwright/test";
import { importKindLabel } from "@/lib/labels";
import { rowLine, sampleDocument, sampleRow, titleLine } from "@/scripts/imports/sample-rows";
import { PASSWORD } from "./fixtures/demo";
import { test } from "./fixtures/empty-deployment";
import { cameraFilm } from "./fixtures/face-media";
import { phoneWithFilm } from "./fixtures/phone";
import { HallPage } from "./pages/hall-page";
import { HomePage } from "./pages/home-page";
import { ImportPage } from "./pages/import-page";
import { LoginPage } from "./pages/login-page";
import { Outbox } from "./pages/outbox";
import { RegisterPage } from "./pages/register-page";
import { VerifyPage } from "./pages/verify-page";

const FIRST = { employeeNumber: "h370001", name: "首位主管", phone: "15499100001" };
const SECOND = { employeeNumber: "h370002", name: "次位主管", phone: "15499100002" };
const CLERK = { employeeNumber: "h370003", name: "窗口人员", phone: "15499100003" };
const OFFICER_PASSWORD = "Harbour.4821";
const SAMPLE = 7;

test.describe.configure({ timeout: 180_000 });

/** A browser of somebody's own. */
async function hallAt(browser: Browser, baseURL: string): Promise<HallPage> {
  return new HallPage(await (await browser.newContext({ baseURL })).newPage());
}

test("T1 T2 an empty deployment becomes usable through the hall alone: officers, registry, collection, registration, login", async ({
  deployment: { origin, command, ask },
  browser,
}) => {
  for (const table of ["Officer", "Person", "Enterprise"]) {
    const { rows } = await ask(`SELECT "id" FROM "${table}"`, []);
    expect(rows).toEqual([]);
  }

  // The first two supervisors come by the command: whoever approves is never who asks.
  const [first, second] = [await hallAt(browser, origin), await hallAt(browser, origin)];
  for (const [hall, officer] of [[first, FIRST] as const, [second, SECOND] as const]) {
    const { employeeNumber, name, phone } = officer;
    const options = ["--number", employeeNumber, "--name", name, "--phone", phone];
    const link = await command("hall:officer", [...options, "--region", "shandong"]);
    await hall.setPassword(link, employeeNumber, OFFICER_PASSWORD);
    await hall.signIn(officer, OFFICER_PASSWORD);
  }

  // Everybody else comes through the hall.
  await first.open("税务人员");
  for (const [name, value] of Object.entries({
    工号: CLERK.employeeNumber,
    姓名: CLERK.name,
    手机号码: CLERK.phone,
    居民身份证号码: sampleDocument(SAMPLE + 1),
    办理事由: "新到窗口岗位",
  })) {
    await first.field(name).fill(value);
  }
  await first.page.getByRole("combobox", { name: "岗位" }).selectOption({ label: "办税窗口" });
  await first.page.getByRole("button", { name: "提交", exact: true }).click();
  await expect(first.page.getByText("设置密码的链接已发送至其手机")).toBeVisible();

  for (const kind of ["ENTERPRISES", "PEOPLE", "RELATIONS"] as const) {
    const run = new ImportPage(first.page);
    await run.begin(importKindLabel(kind));
    await run.upload("registry.csv", titleLine(kind) + rowLine(kind, sampleRow(kind, SAMPLE)));
    await expect(run.said("校验通过，尚未生效")).toBeVisible();
    await first.act(/^提交复核/);
    await expect(run.said("等待复核")).toBeVisible();
    await second.open("复核");
    await second.act(/^同意/);
    await expect(async () => {
      await first.page.reload();
      await expect(run.said("已全部生效")).toBeVisible({ timeout: 1_000 });
    }).toPass();
  }

  const { name = "", documentNumber = "", mobile = "" } = sampleRow("PEOPLE", SAMPLE);
  const counter = await phoneWithFilm(await cameraFilm(["REST", "REST"]), { baseURL: origin });
  const clerk = new HallPage(counter.page);
  const message = (await new Outbox(counter.page.request).to(CLERK.phone))[0]?.text ?? "";
  const link = message.match(/http\S+/)?.[0] ?? "";
  await clerk.setPassword(link, CLERK.employeeNumber, OFFICER_PASSWORD);
  await clerk.signIn(CLERK, OFFICER_PASSWORD);
  await clerk.open("实名信息采集");
  await clerk.field("证件号码").fill(documentNumber);
  await clerk.field("姓名").fill(name);
  await clerk.field("手机号码").fill(mobile);
  await counter.page.getByRole("button", { name: "使用摄像头拍摄" }).click();
  await counter.page.getByRole("button", { name: "拍摄", exact: true }).click();
  await expect(counter.page.getByRole("img", { name: "将要提交的照片" })).toBeVisible();
  await counter.page.getByRole("checkbox", { name: /本人已单独同意/ }).check();
  await clerk.field("办理事由").fill("首次采集实名信息");
  await counter.page.getByRole("button", { name: "提交", exact: true }).click();
  await expect(counter.page.getByRole("heading", { level: 1, name })).toBeVisible();
  await counter.close();

  const context = await browser.newContext({ baseURL: origin });
  const page = await context.newPage();
  const registration = new RegisterPage(page);
  await page.goto("/shandong/register");
  await registration.identify({ documentNumber, name });
  await registration.fillDetails(mobile);
  // Who was photographed at the hall is not asked for the face again (R1).
  await registration.complete();
  const { creditCode: taxpayerId, name: enterprise = "" } = sampleRow("ENTERPRISES", SAMPLE);
  const credentials = { account: documentNumber, password: PASSWORD, taxpayerId };
  await new LoginPage(page).enter("shandong", "企业业务", credentials);
  await new VerifyPage(page).pass(mobile);
  await new HomePage(page).expectActing("shandong", name, enterprise);
});
