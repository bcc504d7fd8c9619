import { type APIRequestContext, expect, type Page } from "@playwright/test";
import { expectAccessible } from "./fixtures/accessibility";
import { callAction, ORIGIN } from "./fixtures/actions";
import { change, insert, row } from "./fixtures/database";
import { askForFilm, collectFace, filmOfTheMan } from "./fixtures/enrolled-face";
import {
  checkBegun,
  enrolled,
  faceBefore,
  faceByRequests,
  refusalOf,
  toVerify,
} from "./fixtures/face-check";
import { cameraFilm } from "./fixtures/face-media";
import { newEnterprise, newPerson, newTaxpayer, relate } from "./fixtures/people";
import { newPhone, phoneWithFilm } from "./fixtures/phone";
import { signIn } from "./fixtures/sign-in";
import { test } from "./fixtures/test";
import { LoginPage } from "./pages/login-page";
import { PhonePage } from "./pages/phone-page";
import { ScanPanel } from "./pages/scan-panel";

test.describe.configure({ timeout: 180_000 });

test("L5 without a phone the scan tab is open, and the face enters at 企业业务", async ({
  page,
  browser,
  loginPage,
  homePage,
}) => {
  const person = await newPerson({ phones: 0 });
  const enterprise = await newEnterprise();
  await relate(person, enterprise, "FINANCE_MANAGER");
  await enrolled(browser, person);
  await loginPage.enter("shandong", "企业业务", {
    taxpayerId: enterprise.creditCode,
    account: person.documentNumber,
  });
  await expect(page.getByRole("main").getByRole("alert")).toContainText(
    "您的手机号为空，请您通过扫码验证方式登录系统，并在账户中心的手机号码修改菜单中添加默认手机号。",
  );
  await expect(page.getByRole("tab", { name: "山东税务APP扫码验证" })).toHaveAttribute(
    "aria-selected",
    "true",
  );
  await expect(page.getByRole("tab", { name: "个人所得税APP扫码验证" })).toBeVisible();
  await expectAccessible(page);
  const panel = new ScanPanel(page, "扫脸验证二维码");
  expect(await faceByRequests(browser, panel, person)).toMatchObject({ ok: true });
  await homePage.expectActing("shandong", person.name, enterprise.name);
});

test("R4 扫脸认证 raises level 3 to 4, and B17 a sensitive function goes on", async ({
  page,
  browser,
}) => {
  const { person, enterprise } = await newTaxpayer();
  await change(`UPDATE "Person" SET "realNameLevel" = 3 WHERE "id" = ?`, person.id);
  await enrolled(browser, person);
  await signIn(page.request, {
    account: person.documentNumber,
    phone: person.phone,
    taxpayerId: enterprise.creditCode,
  });
  await page.goto("/shandong/functions/invoice-type-approval");
  await expect(page.getByText("办理该业务前请先扫脸认证")).toBeVisible();
  await page.goto("/shandong/account/real-name");
  await expect(page.getByRole("main")).toContainText("三级");
  await expectAccessible(page);
  await page.getByRole("button", { name: "扫脸认证" }).click();
  const panel = new ScanPanel(page, "扫脸验证二维码");
  expect(await faceByRequests(browser, panel, person)).toMatchObject({ ok: true });
  await expect(page.getByRole("definition").first()).toHaveText("四级");
  await page.goto("/shandong/functions/invoice-type-approval");
  await expect(page.getByText("办理该业务前请先扫脸认证")).toBeHidden();
});

test("K1 山东: a locked account is unlocked by face", async ({ page, browser, loginPage }) => {
  const person = await newPerson();
  await enrolled(browser, person);
  const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
  await insert("AuthenticationCounter", {
    accountId: person.accountId,
    method: "PASSWORD",
    day: today,
    failures: 5,
  });
  await loginPage.enter("shandong", "自然人业务", { account: person.documentNumber });
  await expect(loginPage.alert).toContainText("账号已锁定");
  await loginPage.link("刷脸解锁").click();
  await expect(page.getByRole("heading", { name: "刷脸解锁" })).toBeVisible();
  await loginPage.account.fill(person.documentNumber);
  await loginPage.humanCheck.check();
  await page.getByRole("button", { name: "下一步" }).click();
  const panel = new ScanPanel(page, "扫脸验证二维码");
  expect(await faceByRequests(browser, panel, person)).toMatchObject({ ok: true });
  await expect(page).toHaveURL(/reason=UNLOCKED/);
  await expect(page.getByText("账号已解锁")).toBeVisible();
  await loginPage.enter("shandong", "自然人业务", { account: person.documentNumber });
  await expect(page).toHaveURL(/\/login\/verify/);
});

test("R4 a still picture before the camera is refused and nobody is in", async ({
  page,
  browser,
}) => {
  const person = await newPerson();
  await enrolled(browser, person);
  const panel = await toVerify(page, person);
  const film = await cameraFilm(["STILL", "STILL", "STILL"]);
  const { phone, close } = await faceBefore(film, panel, person);
  await expect(phone.alert).toContainText("没有检测到面部动作", { timeout: 100_000 });
  await expectNobodyIn(page);
  await close();
});

for (const [what, scenes, told] of [
  ["nobody", ["NOBODY"], "没有拍到您的面部"],
  ["two people", ["TWO_PEOPLE"], "画面中有其他人脸"],
  [
    "prompts in another order",
    ["REST", "REST", "TURN_LEFT", "REST", "OPEN_MOUTH", "REST", "TURN_RIGHT"],
    "动作与提示不一致",
  ],
] as const) {
  test(`R4 ${what} filmed: refused, told why, and nobody is in`, async ({ page, browser }) => {
    const person = await newPerson();
    await enrolled(browser, person);
    const panel = await toVerify(page, person);
    const film = await cameraFilm(scenes);
    expect(refusalOf(await faceByRequests(browser, panel, person, { film }))).toContain(told);
    await expectNobodyIn(page);
  });
}

test("Q7 the APP is entered by account, password and the face before its own camera", async ({
  browser,
}) => {
  const person = await newPerson();
  await enrolled(browser, person);
  const { page, close } = await phoneWithFilm(await filmOfTheMan());
  await page.goto("/app/tax/login");
  const form = new LoginPage(page);
  await form.tab("自然人业务").click();
  await form.submit({ account: person.documentNumber });
  await page.getByRole("tab", { name: "扫脸验证" }).click();
  await expect(page.getByRole("region", { name: "人脸信息处理说明" })).toBeVisible();
  await expectAccessible(page);
  await new PhonePage(page).press("开始扫脸");
  await expect(page.getByText("请正对屏幕")).toBeVisible({ timeout: 20_000 });
  await checkBegun(person);
  await askForFilm(person);
  await expect(page.getByRole("heading", { name: `您好，${person.name}` })).toBeVisible({
    timeout: 100_000,
  });
  await expect(page.getByRole("main")).toContainText("自然人业务");
  await page.goto("/xizang/home");
  await expect(page).toHaveURL(/\/xizang\/login/);
  await close();
});

async function expectNobodyIn(page: Page): Promise<void> {
  await expect(page.getByText("已扫描")).toBeVisible();
  const names = (await page.context().cookies()).map(({ name }) => name);
  expect(names).not.toContain("portal.session");
}

test("Q7 采集实名信息 in the APP: document and live face enrol, and level 4 is reached", async ({
  browser,
}) => {
  const person = await newPerson();
  await change(`UPDATE "Person" SET "realNameLevel" = 3 WHERE "id" = ?`, person.id);
  const phone = await newPhone(browser);
  expect(await collectFace(phone.request, person)).toMatchObject({ ok: true });
  expect(await row(`SELECT "realNameLevel" FROM "Person" WHERE "id" = ?`, person.id)).toMatchObject(
    { realNameLevel: 4 },
  );
  await phone.goto("/app/tax/collect");
  await expect(phone.getByText("您已采集人脸实名信息")).toBeVisible();
  await expectAccessible(phone);
});

test("N1 requests without a live capture that passes achieve nothing", async ({
  page,
  browser,
}) => {
  const person = await newPerson();
  await enrolled(browser, person);
  const panel = await toVerify(page, person);
  const secret = (await panel.link()).split("/").at(-1) ?? "";
  const { request } = await newPhone(browser);
  const act = (name: string, input: unknown) => callAction(request, "/app/tax", name, input);
  expect(await act("beginFaceAction", { secret })).toMatchObject({ ok: false });
  expect(await act("openTicketAction", { secret })).toMatchObject({ ok: true });
  expect(await act("beginFaceAction", { secret })).toMatchObject({ ok: false });
  const number = Number(await panel.number());
  expect(await act("confirmTicketAction", { secret, number })).toMatchObject({ ok: true });
  expect(await post(request, { secret, check: "x", at: "0" })).toMatchObject({ ok: false });
  expect(await act("beginFaceAction", { secret })).toMatchObject({ ok: true });
  const { id } = await row(`SELECT "id" FROM "FaceCheck" WHERE "personId" = ?`, person.id);
  expect(await post(request, { secret, check: String(id), at: "0" })).toMatchObject({ ok: false });
  const ticket = await row(
    `SELECT "id", "status" FROM "ScanTicket" WHERE "personId" = ?`,
    person.id,
  );
  expect(ticket.status).toBe("SCANNED");
  expect(
    await callAction(page.request, "/shandong/login", "takeUpTicketAction", { ticket: ticket.id }),
  ).toMatchObject({ problems: [{ code: "TICKET_USED" }] });
});

/** Posts one frame that is no picture. */
async function post(request: APIRequestContext, fields: Record<string, string>): Promise<unknown> {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  form.append("frame", new Blob(["no picture"], { type: "image/jpeg" }), "frame.jpg");
  const answer = await request.post("/api/companion-face", {
    multipart: form,
    headers: { origin: ORIGIN },
  });
  return answer.json();
}
