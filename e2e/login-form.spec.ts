import { expect } from "@playwright/test";
import { expectAccessible } from "./fixtures/accessibility";
import { callAction, humanProof } from "./fixtures/actions";
import { PASSWORD } from "./fixtures/demo";
import { newPerson, newTaxpayer } from "./fixtures/people";
import { firstFactor, signIn } from "./fixtures/sign-in";
import { test } from "./fixtures/test";
import type { Entry } from "./pages/login-page";

test("L1 three tabs, and 特定主体 takes the place of 企业业务 and gives it back", async ({
  page,
  loginPage,
}) => {
  await page.goto("/shandong/login");
  const tabs = page.getByRole("tablist", { name: "登录入口" }).getByRole("tab");
  await expect(tabs).toHaveText(["企业业务", "自然人业务", "代理业务"]);
  await expect(loginPage.tab("企业业务")).toHaveAttribute("aria-selected", "true");
  await loginPage.link("特定主体登录").click();
  await expect(tabs).toHaveText(["特定主体", "自然人业务", "代理业务"]);
  await expect(loginPage.projectKind).toBeVisible();
  await expectAccessible(page);
  await loginPage.link("返回企业业务").click();
  await expect(tabs).toHaveText(["企业业务", "自然人业务", "代理业务"]);
  await expect(loginPage.projectKind).toBeHidden();
  await expectAccessible(page);
});

for (const entry of ["企业业务", "自然人业务", "代理业务", "特定主体"] satisfies Entry[]) {
  test(`L2 ${entry} asks for what it needs and no more`, async ({ loginPage }) => {
    await loginPage.open("shandong", entry);
    await expect(loginPage.account).toBeVisible();
    await expect(loginPage.password).toBeVisible();
    await expect(loginPage.taxpayerId).toBeVisible({ visible: entry !== "自然人业务" });
    await expect(loginPage.projectKind).toBeVisible({ visible: entry === "特定主体" });
  });

  test(`L3 ${entry} has the ways on: registration, recovery, new taxpayers`, async ({
    loginPage,
  }) => {
    await loginPage.open("shandong", entry);
    for (const [name, path] of [
      ["用户注册", "register"],
      ["忘记密码", "forgot-password"],
      ["找回手机号码", "find-phone"],
      ["新办纳税人套餐服务", "new-taxpayer"],
    ] as const) {
      await expect(loginPage.link(name)).toHaveAttribute("href", `/shandong/${path}`);
    }
  });
}

test("L2 the type of 特定主体 has its two values and has to be chosen", async ({ loginPage }) => {
  await loginPage.open("shandong", "特定主体");
  await expect(loginPage.projectKind.getByRole("option")).toContainText([
    "跨区域报验户",
    "跨区域财产税源登记",
  ]);
  await loginPage.submit({ account: "15400000000", taxpayerId: "91370100YY3C2B017K" });
  await loginPage.expectFieldError(loginPage.projectKind, "请选择特定主体类型");
});

test("L2 a person is found by document number, phone or user name, however it is typed", async ({
  request,
}) => {
  const person = await newPerson({ phones: 2, username: "Loginform1", endsInX: true });
  const { documentNumber: number, phones } = person;
  const wide = (text: string) =>
    text.replace(/[0-9A-Z]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
  const spaced = `${number.slice(0, 6)} ${number.slice(6, 14)} ${number.slice(14)}`;
  const typed = [
    number,
    number.toLowerCase(),
    wide(number),
    ` ${spaced} `,
    number.replace("X", "Х"),
    phones[0] ?? "",
    phones[1] ?? "",
    `+86 ${phones[0]}`,
    wide(phones[0] ?? ""),
    "Loginform1",
    "Ｌoginform1",
  ];
  for (const account of typed) {
    const answer = await firstFactor(request, { account });
    expect(answer, account).toMatchObject({ ok: true });
  }
  for (const account of ["loginform1", "LOGINFORM1"]) {
    const answer = await firstFactor(request, { account });
    expect(answer, account).toMatchObject({ problems: [{ code: "PERSON_NOT_REGISTERED" }] });
  }
});

test("L2 full-width digits, spaces and small letters pass the form in the browser", async ({
  page,
  loginPage,
}) => {
  const { person, enterprise } = await newTaxpayer();
  const { creditCode } = enterprise;
  await loginPage.enter("shandong", "企业业务", {
    taxpayerId: ` ${creditCode.slice(0, 8)} ${creditCode.slice(8).toLowerCase()}`,
    account: person.documentNumber.replace(/\d/g, (digit) =>
      String.fromCharCode(digit.charCodeAt(0) + 0xfee0),
    ),
  });
  await expect(page).toHaveURL(/\/shandong\/login\/verify/);
});

test("L2 an invoice number is no taxpayer id: the field says so before anything is sent", async ({
  loginPage,
}) => {
  await loginPage.open();
  await loginPage.submit({ account: "15400000000", taxpayerId: "91370100YY3C2B018K" });
  await loginPage.expectFieldError(
    loginPage.taxpayerId,
    "统一社会信用代码/纳税人识别号有误，请逐位核对",
  );
});

test("L3 password alone gives no session", async ({ page, loginPage }) => {
  const person = await newPerson();
  await loginPage.enter("shandong", "自然人业务", { account: person.documentNumber });
  await expect(page).toHaveURL(/\/shandong\/login\/verify/);
  const names = (await page.context().cookies()).map(({ name }) => name);
  expect(names).not.toContain("portal.session");
  for (const path of ["home", "account", "account/switch", "account/enterprise"]) {
    await page.goto(`/shandong/${path}`);
    await expect(page).toHaveURL(/\/shandong\/login\?reason=SIGNED_OUT/);
  }
  await expect(page.getByText("登录已结束，请重新登录后再操作")).toBeVisible();
});

test("L3 the choice of identity cannot be reached before the second factor", async ({
  page,
  loginPage,
}) => {
  const { person, enterprise } = await newTaxpayer();
  await loginPage.enter("shandong", "企业业务", {
    taxpayerId: enterprise.creditCode,
    account: person.phone,
  });
  await expect(page).toHaveURL(/\/login\/verify/);
  const flow = new URL(page.url()).searchParams.get("flow") ?? "";
  await page.goto(`/shandong/login/identity?flow=${flow}`);
  await expect(page).toHaveURL(/\/shandong\/login\?reason=FLOW_EXPIRED/);
  const answer = await callAction(
    page.request,
    "/shandong/login/identity",
    "submitIdentityAction",
    { region: "shandong", flow, identity: "person" },
  );
  expect(answer).toMatchObject({ ok: false });
});

test("L10 the form is not sent without 人机验证", async ({ page, loginPage }) => {
  await loginPage.open("shandong", "自然人业务");
  await loginPage.fill({ account: "15400000000" });
  await loginPage.agreement.check();
  await loginPage.submitButton.click();
  await loginPage.expectFieldError(loginPage.humanCheck, /请先勾选人机验证/);
  await expect(loginPage.alert).toContainText("请先勾选人机验证");
  await expectAccessible(page);
});

test("L10 a missing, forged or replayed proof is refused and nothing starts", async ({
  request,
}) => {
  const person = await newPerson();
  const proof = await humanProof(request);
  const readable = Buffer.from(proof, "base64").toString();
  const again = (text: string) => Buffer.from(text).toString("base64");
  const otherDigit = (digit: string) => (digit === "0" ? "1" : "0");
  const send = (humanCheck: unknown) =>
    callAction(request, "/shandong/login", "submitFirstFactorAction", {
      region: "shandong",
      entry: "PERSON",
      account: person.phone,
      password: PASSWORD,
      agreement: true,
      humanCheck,
    });
  for (const missing of [undefined, null, "", 1, {}]) {
    expect(await send(missing)).toMatchObject({
      problems: [{ code: "HUMAN_CHECK_REQUIRED", field: "humanCheck" }],
    });
  }
  const forged = [
    "x",
    again("{}"),
    again(readable.replace(/(?<="derivedKey":")./, otherDigit)),
    again(readable.replace(/(?<="signature":")./, otherDigit)),
    again(readable.replace(/"expiresAt":\d+/, '"expiresAt":99999999999')),
  ];
  for (const each of forged) {
    expect(await send(each), each).toMatchObject({ problems: [{ code: "HUMAN_CHECK_FAILED" }] });
  }
  expect(await send(proof)).toMatchObject({ ok: true });
  expect(await send(proof)).toMatchObject({ problems: [{ code: "HUMAN_CHECK_FAILED" }] });
});

test("L11 the agreement has to be ticked", async ({ loginPage }) => {
  await loginPage.open("shandong", "自然人业务");
  await loginPage.fill({ account: "15400000000" });
  await loginPage.humanCheck.check();
  await loginPage.submitButton.click();
  await loginPage.expectFieldError(loginPage.agreement, /请先阅读并同意用户服务协议、隐私政策/);
});

test("L11 the server asks for the tick, too", async ({ request }) => {
  const answer = await callAction(request, "/shandong/login", "submitFirstFactorAction", {
    region: "shandong",
    entry: "PERSON",
    account: "15400000000",
    password: PASSWORD,
    agreement: false,
    humanCheck: "x",
  });
  expect(answer).toMatchObject({ problems: [{ code: "AGREEMENT_REQUIRED", field: "agreement" }] });
});

for (const [name, path] of [
  ["用户服务协议", "terms"],
  ["隐私政策", "privacy"],
] as const) {
  test(`L11 ${name} is a readable page`, async ({ page, loginPage }) => {
    await loginPage.open();
    const popup = page.waitForEvent("popup");
    await loginPage.link(name).click();
    const text = await popup;
    await expect(text).toHaveURL(new RegExp(`/shandong/${path}$`));
    await expect(text.getByRole("heading", { level: 1 })).toContainText(name);
    await expectAccessible(text);
  });
}

test("N3 the whole login works by keyboard alone", async ({
  page,
  loginPage,
  verifyPage,
  homePage,
  outbox,
}) => {
  const { person, enterprise } = await newTaxpayer();
  await loginPage.open();
  const { keyboard } = page;
  await loginPage.tab("企业业务").focus();
  await keyboard.press("ArrowRight");
  await expect(loginPage.tab("自然人业务")).toBeFocused();
  await keyboard.press("ArrowLeft");
  await expect(loginPage.tab("企业业务")).toHaveAttribute("aria-selected", "true");
  await keyboard.press("Tab");
  await expect(loginPage.taxpayerId).toBeFocused();
  await keyboard.type(enterprise.creditCode);
  await keyboard.press("Tab");
  await expect(loginPage.account).toBeFocused();
  await keyboard.type(person.phone);
  await keyboard.press("Tab");
  await expect(loginPage.password).toBeFocused();
  await keyboard.type(PASSWORD);
  await loginPage.humanCheck.focus();
  await keyboard.press("Space");
  await loginPage.agreement.focus();
  await keyboard.press("Space");
  await loginPage.password.focus();
  await keyboard.press("Enter");
  await expect(verifyPage.heading).toBeVisible();
  await verifyPage.sendButton.focus();
  await keyboard.press("Enter");
  await expect(page.getByText("验证码已发送")).toBeVisible();
  await verifyPage.code.focus();
  await keyboard.type(await outbox.newestCode(person.phone));
  await keyboard.press("Enter");
  await homePage.expectActing("shandong", person.name, enterprise.name);
});

test("L3 both factors give a session", async ({ page, homePage }) => {
  const person = await newPerson();
  expect(await signIn(page.request, { account: person.phone, phone: person.phone })).toBe(
    "/shandong/home",
  );
  await page.goto("/shandong/home");
  await homePage.expectActing("shandong", person.name, "自然人业务");
});
