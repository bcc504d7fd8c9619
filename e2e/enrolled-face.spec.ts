import { type BrowserContext, expect } from "@playwright/test";
import { dayOf } from "@/lib/domain/china-time";
import { expectAccessible } from "./fixtures/accessibility";
import { change, count, insert, minutesAgo, row } from "./fixtures/database";
import { demoEnterprise, demoPerson } from "./fixtures/demo";
import { enrolByCommand, filmOfTheMan } from "./fixtures/enrolled-face";
import { enrolled, faceBefore, faceByRequests, refusalOf, toVerify } from "./fixtures/face-check";
import { photographOfAnotherMan, photographOfTheMan } from "./fixtures/face-media";
import { newPerson, type StoredPerson } from "./fixtures/people";
import { phoneWithFilm } from "./fixtures/phone";
import { indexOf } from "./fixtures/sealed";
import { signIn } from "./fixtures/sign-in";
import { test } from "./fixtures/test";
import { PhonePage } from "./pages/phone-page";
import { ScanPanel } from "./pages/scan-panel";

test.describe.configure({ timeout: 180_000 });

const qilu = demoEnterprise("qilu");

/** A person of the demo data, as stored. */
async function storedDemoPerson(key: string) {
  const person = demoPerson(key);
  const { id } = await row(
    `SELECT "id" FROM "Person" WHERE "documentNumberIndex" = ?`,
    indexOf("documentNumber", person.documentNumber),
  );
  return { ...person, id: String(id) };
}

async function expectNobodyIn(context: BrowserContext): Promise<void> {
  const names = (await context.cookies()).map(({ name }) => name);
  expect(names).not.toContain("portal.session");
}

test("L5 陈静 without a phone enters 齐鲁 by the face enrolled at a hall", async ({
  page,
  loginPage,
  homePage,
}) => {
  const person = await storedDemoPerson("chenjing");
  await enrolByCommand(person.documentNumber, await photographOfTheMan());
  await loginPage.enter("shandong", "企业业务", {
    taxpayerId: qilu.creditCode,
    account: person.documentNumber,
  });
  const panel = new ScanPanel(page, "扫脸验证二维码");
  const { phone, close } = await faceBefore(await filmOfTheMan(), panel, person);
  await phone.page.getByRole("heading", { name: "已确认" }).waitFor({ timeout: 100_000 });
  await homePage.expectActing("shandong", person.name, qilu.name);
  await close();
});

test("R4 刘洋 rises from level 3 to 4 by scan", async ({ page, browser }) => {
  const person = await storedDemoPerson("liuyang");
  await enrolled(browser, person);
  await signIn(page.request, {
    account: person.documentNumber,
    phone: person.phones[0] ?? "",
    taxpayerId: qilu.creditCode,
  });
  await page.goto("/shandong/account/real-name");
  await expect(page.getByRole("definition").first()).toHaveText("三级");
  await page.getByRole("button", { name: "扫脸认证" }).click();
  const panel = new ScanPanel(page, "扫脸验证二维码");
  expect(await faceByRequests(browser, panel, person)).toMatchObject({ ok: true });
  await expect(page.getByRole("definition").first()).toHaveText("四级");
});

test("R4 another person is refused, told what to do, and counts", async ({ page, browser }) => {
  const person = await newPerson();
  await enrolByCommand(person.documentNumber, photographOfAnotherMan());
  const panel = await toVerify(page, person);
  expect(refusalOf(await faceByRequests(browser, panel, person))).toContain(
    "人脸比对未通过，请确认由本人操作且能清晰拍摄人脸；仍未通过的，请前往办税服务大厅进行实名信息采集，或到公安部门更新身份采集信息，今日还可尝试4次",
  );
  expect(await failuresOf(person)).toBe(1);
  await expectNobodyIn(page.context());
});

test("K1 a locked face is told so, and no check begins", async ({ page, browser }) => {
  const person = await newPerson();
  await enrolled(browser, person);
  const panel = await toVerify(page, person);
  await panel.link();
  await insert("AuthenticationCounter", {
    accountId: person.accountId,
    method: "FACE",
    day: dayOf(new Date()),
    failures: 5,
  });
  const { page: phonePage, close } = await phoneWithFilm(await filmOfTheMan());
  const phone = new PhonePage(phonePage);
  await phone.confirm(panel, "开始扫脸");
  await expect(phone.alert).toContainText("连续失败次数过多，账号已锁定");
  await expect(phone.alert).toContainText("自动解锁");
  expect(await count(`SELECT COUNT(*) FROM "FaceCheck" WHERE "personId" = ?`, person.id)).toBe(0);
  await expectNobodyIn(page.context());
  await close();
});

test("R4 a face check that came too late is told so and counts for nothing", async ({
  page,
  browser,
}) => {
  const person = await newPerson();
  await enrolled(browser, person);
  const panel = await toVerify(page, person);
  const expire = () =>
    change(`UPDATE "FaceCheck" SET "expiresAt" = ? WHERE "personId" = ?`, minutesAgo(1), person.id);
  const answer = await faceByRequests(browser, panel, person, { meanwhile: expire });
  expect(refusalOf(answer)).toContain("扫脸已超时，请重新开始");
  expect(await failuresOf(person)).toBe(0);
  await expectNobodyIn(page.context());
});

test("R4 the enrolled face is deleted by the person, who reads first what follows", async ({
  page,
  browser,
}) => {
  const person = await newPerson();
  await enrolled(browser, person);
  await signIn(page.request, { account: person.documentNumber, phone: person.phone });
  await page.goto("/shandong/account/real-name");
  await page.getByRole("button", { name: "删除人脸信息" }).click();
  const dialog = page.getByRole("dialog", { name: "删除人脸信息" });
  await expect(dialog).toContainText("实名等级不变");
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "取消" }).click();
  await expect(dialog).toBeHidden();
  await page.getByRole("button", { name: "删除人脸信息" }).click();
  await dialog.getByRole("button", { name: "确认删除" }).click();
  await expect(page.getByText("未查询到您的人脸实名信息")).toBeVisible();
  await expect(page.getByRole("definition").first()).toHaveText("四级");
  await expect(page.getByRole("button", { name: "删除人脸信息" })).toBeHidden();
  expect(
    await row(
      `SELECT "templateCipher", "photoCipher" FROM "FaceReference" WHERE "personId" = ?`,
      person.id,
    ),
  ).toEqual({ templateCipher: "", photoCipher: "" });
});

/** How often the face of a person failed in a row. */
async function failuresOf(person: StoredPerson): Promise<number> {
  const { failures } = await row(
    `SELECT COALESCE(SUM("failures"), 0) AS "failures" FROM "AuthenticationCounter" WHERE "accountId" = ? AND "method" = 'FACE'`,
    person.accountId,
  );
  return Number(failures);
}
