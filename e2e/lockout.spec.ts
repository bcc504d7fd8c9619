import type { APIRequestContext } from "@playwright/test";
import { expect } from "@playwright/test";
import { formatMoment, nextMidnight } from "@/lib/domain/china-time";
import { callAction } from "./fixtures/actions";
import { change, count } from "./fixtures/database";
import { newPerson, type StoredPerson } from "./fixtures/people";
import { codeFor, firstFactor, signIn, startLogin } from "./fixtures/sign-in";
import { test } from "./fixtures/test";

const WRONG = "Wrong@2026";

/** Uses up the five tries of a person's password. */
async function lockPassword(request: APIRequestContext, person: StoredPerson, region = "shandong") {
  for (let attempt = 0; attempt < 5; attempt++) {
    await firstFactor(request, { region, account: person.documentNumber, password: WRONG });
  }
}

/** The number of today's failures as stored. */
function failuresOf(person: StoredPerson, method = "PASSWORD"): Promise<number> {
  return count(
    `SELECT COALESCE(SUM("failures"), 0) FROM "AuthenticationCounter" WHERE "accountId" = ? AND "method" = ?`,
    person.accountId,
    method,
  );
}

const LOCKED = { ok: false, problems: [{ code: "ACCOUNT_LOCKED" }] };

test("K1 B2 the fifth wrong password locks until midnight, and every screen says so", async ({
  page,
  loginPage,
}) => {
  const person = await newPerson();
  const unlock = formatMoment(nextMidnight(new Date()));
  await loginPage.enter("xizang", "自然人业务", { account: person.phone, password: WRONG });
  for (const left of [4, 3, 2, 1]) {
    await loginPage.expectAlert(`账号或密码错误，今日还可尝试${left}次`);
    await loginPage.password.fill(`${WRONG}${left}`);
    await loginPage.submitButton.click();
  }
  const locked = `连续失败次数过多，账号已锁定，${unlock} 自动解锁`;
  await expect(loginPage.alert).toContainText(locked);
  await expect(loginPage.alert.getByRole("link", { name: /忘记密码/ })).toHaveAttribute(
    "href",
    "/xizang/forgot-password",
  );
  await loginPage.enter("qingdao", "自然人业务", { account: person.documentNumber });
  await expect(loginPage.alert).toContainText(locked);
  await expect(page).toHaveURL(/\/qingdao\/login/);
  expect(await failuresOf(person)).toBe(5);
});

test("K1 any success gives all five tries back", async ({ request }) => {
  const person = await newPerson();
  const wrong = { account: person.phone, password: WRONG };
  for (let attempt = 0; attempt < 4; attempt++) await firstFactor(request, wrong);
  expect(await firstFactor(request, { account: person.phone })).toMatchObject({ ok: true });
  expect(await failuresOf(person)).toBe(0);
  expect(await firstFactor(request, wrong)).toMatchObject({
    problems: [{ code: "PASSWORD_WRONG", params: { left: 4 } }],
  });
});

test("K1 midnight unlocks: yesterday's failures count as none", async ({ request }) => {
  const person = await newPerson();
  await lockPassword(request, person);
  expect(await firstFactor(request, { account: person.phone })).toMatchObject(LOCKED);
  await change(
    `UPDATE "AuthenticationCounter" SET "day" = '2020-01-01' WHERE "accountId" = ?`,
    person.accountId,
  );
  expect(await firstFactor(request, { account: person.phone, password: WRONG })).toMatchObject({
    problems: [{ code: "PASSWORD_WRONG", params: { left: 4 } }],
  });
  expect(await firstFactor(request, { account: person.phone })).toMatchObject({ ok: true });
});

test("K1 failures of a locked account are not counted further, and a lock holds nationwide", async ({
  request,
}) => {
  const person = await newPerson();
  await lockPassword(request, person, "shandong");
  for (const region of ["shandong", "qingdao", "xizang", "liaoning", "yunnan"]) {
    expect(
      await firstFactor(request, { region, account: person.phone, password: WRONG }),
      region,
    ).toMatchObject(LOCKED);
  }
  expect(await failuresOf(person)).toBe(5);
});

test("K1 twelve wrong passwords at once are five guesses, and the right one comes too late", async ({
  request,
}) => {
  const person = await newPerson();
  const answers = await Promise.all(
    Array.from({ length: 12 }, (_, each) =>
      firstFactor(request, { account: person.phone, password: `${WRONG}${each}` }),
    ),
  );
  const codes = answers.map((answer) => (answer.ok ? "OK" : answer.problems[0]?.code));
  expect(codes.every((code) => code === "PASSWORD_WRONG" || code === "ACCOUNT_LOCKED")).toBe(true);
  expect(await failuresOf(person)).toBe(5);
  expect(
    await count(
      `SELECT COUNT(*) FROM "AuditEvent" WHERE "personId" = ? AND "action" = 'LOGIN_PASSWORD' AND "outcome" = 'REFUSED'`,
      person.id,
    ),
  ).toBe(5);
  expect(await firstFactor(request, { account: person.phone })).toMatchObject(LOCKED);
});

test("K1 B1 in xizang a locked password stops the whole account: no message is sent", async ({
  request,
  outbox,
}) => {
  const person = await newPerson();
  const login = await startLogin(request, { region: "xizang", account: person.phone });
  await lockPassword(request, person, "xizang");
  expect(
    await callAction(request, "/xizang/login/verify", "sendLoginCodeAction", login),
  ).toMatchObject(LOCKED);
  expect(await outbox.to(person.phone)).toEqual([]);
});

test("K1 in xizang a code sent before the lock is of no use", async ({ request }) => {
  const person = await newPerson();
  const login = await startLogin(request, { region: "xizang", account: person.phone });
  const code = await codeFor(request, login, person.phone);
  await lockPassword(request, person, "xizang");
  expect(
    await callAction(request, "/xizang/login/verify", "submitSecondFactorAction", {
      ...login,
      code,
    }),
  ).toMatchObject(LOCKED);
});

test("K1 in shandong a locked password leaves the message, which is a level higher", async ({
  request,
}) => {
  const person = await newPerson();
  const login = await startLogin(request, { account: person.phone });
  await lockPassword(request, person);
  const code = await codeFor(request, login, person.phone);
  expect(
    await callAction(request, "/shandong/login/verify", "submitSecondFactorAction", {
      ...login,
      code,
    }),
  ).toMatchObject({ ok: true });
});

test("K1 five wrong codes lock the message and the password below it", async ({
  page,
  loginPage,
  verifyPage,
}) => {
  const person = await newPerson();
  await loginPage.enter("shandong", "自然人业务", { account: person.phone });
  const code = await verifyPage.receiveCode(person.phone);
  const wrong = code === "000000" ? "000001" : "000000";
  for (const left of [4, 3, 2, 1]) {
    await verifyPage.submit(wrong);
    await expect(verifyPage.alert).toContainText(`验证码错误，今日还可尝试${left}次`);
  }
  await verifyPage.submit(wrong);
  await expect(verifyPage.alert).toContainText("账号已锁定");
  await expect(verifyPage.alert.getByRole("link", { name: "返回登录" })).toBeVisible();
  await verifyPage.submit(code);
  await expect(verifyPage.alert).toContainText("账号已锁定");
  await expect(page).toHaveURL(/\/login\/verify/);
  expect(await failuresOf(person, "SMS")).toBe(5);
  expect(await firstFactor(page.request, { account: person.phone })).toMatchObject(LOCKED);
});

test("K1 a lock ends no session that is there", async ({ page, homePage }) => {
  const person = await newPerson();
  await signIn(page.request, { account: person.phone, phone: person.phone });
  await lockPassword(page.request, person);
  await page.goto("/shandong/home");
  await homePage.expectActing("shandong", person.name);
});
