import { type APIRequestContext, expect } from "@playwright/test";
import { callAction } from "./fixtures/actions";
import { change, minutesAgo, row } from "./fixtures/database";
import { newPerson } from "./fixtures/people";
import { indexOf } from "./fixtures/sealed";
import { codeFor, startLogin } from "./fixtures/sign-in";
import { test } from "./fixtures/test";

type Login = { flow: string; region: string };

function send(request: APIRequestContext, login: Login) {
  return callAction(request, `/${login.region}/login/verify`, "sendLoginCodeAction", login);
}

function submit(request: APIRequestContext, login: Login, code: string) {
  return callAction(request, `/${login.region}/login/verify`, "submitSecondFactorAction", {
    ...login,
    code,
  });
}

/** A code that is not this one. */
function notThis(code: string): string {
  return code === "999999" ? "000000" : String(Number(code) + 1).padStart(6, "0");
}

const refused = (code: string) => ({ ok: false, problems: [{ code }] });

test("K2 the sixth message within ten minutes is refused with the time to wait, whatever the bureau", async ({
  page,
  request,
  loginPage,
  verifyPage,
  outbox,
}) => {
  const person = await newPerson();
  for (const region of ["shandong", "xizang", "qingdao"]) {
    const login = await startLogin(request, { region, account: person.phone });
    expect(await send(request, login)).toMatchObject({ ok: true });
    if (region !== "qingdao") expect(await send(request, login)).toMatchObject({ ok: true });
  }
  await loginPage.enter("yunnan", "自然人业务", { account: person.phone });
  await verifyPage.sendButton.click();
  await expect(verifyPage.alert).toContainText(/短信验证码获取频繁，请稍后重试（还需等待(9|8)分）/);
  await expect(page.getByText("验证码已发送")).toBeHidden();
  expect(await outbox.to(person.phone)).toHaveLength(5);

  await change(
    `UPDATE "RateLimit" SET "expiresAt" = ?, "startedAt" = ? WHERE "key" = ?`,
    minutesAgo(1),
    minutesAgo(11),
    `messages:${indexOf("phone", person.phone)}`,
  );
  await verifyPage.sendButton.click();
  await expect(page.getByText("验证码已发送")).toBeVisible();
  expect(await outbox.to(person.phone)).toHaveLength(6);
});

test("K2 twelve requests at once send five messages", async ({ request, outbox }) => {
  const person = await newPerson();
  const login = await startLogin(request, { account: person.phone });
  const answers = await Promise.all(Array.from({ length: 12 }, () => send(request, login)));
  expect(answers.filter(({ ok }) => ok)).toHaveLength(5);
  for (const answer of answers.filter(({ ok }) => !ok)) {
    expect(answer).toMatchObject(refused("MESSAGES_TOO_FREQUENT"));
  }
  expect(await outbox.to(person.phone)).toHaveLength(5);
});

test("K2 the button counts down to the next message, also after a reload", async ({
  page,
  loginPage,
  verifyPage,
}) => {
  const person = await newPerson();
  await loginPage.enter("shandong", "自然人业务", { account: person.phone });
  await verifyPage.receiveCode(person.phone);
  const waiting = page.getByRole("button", { name: /^\d+秒后可重新获取$/ });
  await expect(waiting).toBeDisabled();
  await page.reload();
  await expect(waiting).toBeDisabled();
  await expect(verifyPage.sendButton).toBeHidden();
});

test("B16 K2 the code field takes full-width digits and spaces", async ({
  page,
  loginPage,
  verifyPage,
}) => {
  const person = await newPerson();
  await loginPage.enter("shandong", "自然人业务", { account: person.phone });
  await expect(verifyPage.code).toHaveAttribute("autocomplete", "one-time-code");
  await expect(verifyPage.code).toHaveAttribute("inputmode", "numeric");
  await verifyPage.submit("12345");
  await loginPage.expectFieldError(verifyPage.code, /请填写短信中的6位数字验证码/);
  const code = await verifyPage.receiveCode(person.phone);
  const wide = code.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
  await verifyPage.submit(` ${wide.slice(0, 3)} ${wide.slice(3)} `);
  await expect(page).toHaveURL(/\/shandong\/home$/);
});

test("K2 without a message there is nothing to try", async ({ loginPage, verifyPage }) => {
  const person = await newPerson();
  await loginPage.enter("shandong", "自然人业务", { account: person.phone });
  await verifyPage.submit("123456");
  await loginPage.expectFieldError(verifyPage.code, "请先点击“获取验证码”");
});

test("K2 a code is good for five minutes", async ({ loginPage, verifyPage, page }) => {
  const person = await newPerson();
  await loginPage.enter("shandong", "自然人业务", { account: person.phone });
  const code = await verifyPage.receiveCode(person.phone);
  const { expiresAt, sentAt } = await row(
    `SELECT "expiresAt", "sentAt" FROM "Verification" WHERE "personId" = ?`,
    person.id,
  );
  expect(Date.parse(String(expiresAt)) - Date.parse(String(sentAt))).toBe(5 * 60_000);
  await change(
    `UPDATE "Verification" SET "expiresAt" = ? WHERE "personId" = ?`,
    minutesAgo(0),
    person.id,
  );
  await verifyPage.submit(code);
  await loginPage.expectFieldError(verifyPage.code, "验证码已过期，请重新获取");
  await expect(page).toHaveURL(/\/login\/verify/);
});

test("K2 a new code replaces the one before", async ({ request }) => {
  const person = await newPerson();
  const login = await startLogin(request, { account: person.phone });
  const first = await codeFor(request, login, person.phone);
  let second = await codeFor(request, login, person.phone);
  if (second === first) second = await codeFor(request, login, person.phone);
  expect(await submit(request, login, first)).toMatchObject(refused("CODE_WRONG"));
  expect(await submit(request, login, second)).toMatchObject({ ok: true });
});

test("K2 B1 five wrong tries burn a verification, and a new message does not refill them", async ({
  request,
}) => {
  const person = await newPerson();
  const login = await startLogin(request, { account: person.phone });
  const forget = () =>
    change(
      `UPDATE "AuthenticationCounter" SET "failures" = 0 WHERE "accountId" = ?`,
      person.accountId,
    );
  const first = await codeFor(request, login, person.phone);
  for (let attempt = 0; attempt < 3; attempt++) {
    expect(await submit(request, login, notThis(first))).toMatchObject(refused("CODE_WRONG"));
  }
  await forget();
  const second = await codeFor(request, login, person.phone);
  for (let attempt = 0; attempt < 2; attempt++) {
    expect(await submit(request, login, notThis(second))).toMatchObject(refused("CODE_WRONG"));
  }
  await forget();
  expect(await submit(request, login, second)).toMatchObject(refused("CODE_TRIES_USED_UP"));
  expect(await send(request, login)).toMatchObject(refused("CODE_TRIES_USED_UP"));

  const anew = await startLogin(request, { account: person.phone });
  const third = await codeFor(request, anew, person.phone);
  expect(await submit(request, anew, third)).toMatchObject({ ok: true });
});

test("K2 a code of one login is of no use in another", async ({ request }) => {
  const person = await newPerson();
  const [one, other] = [
    await startLogin(request, { account: person.phone }),
    await startLogin(request, { account: person.phone }),
  ];
  const code = await codeFor(request, one, person.phone);
  const otherCode = await codeFor(request, other, person.phone);
  if (code !== otherCode) {
    expect(await submit(request, other, code)).toMatchObject(refused("CODE_WRONG"));
  }
  expect(await submit(request, one, code)).toMatchObject({ ok: true });
});

test("N2 a code submitted twelve times at once opens one session", async ({ request }) => {
  const person = await newPerson();
  const login = await startLogin(request, { account: person.phone });
  const code = await codeFor(request, login, person.phone);
  const answers = await Promise.all(Array.from({ length: 12 }, () => submit(request, login, code)));
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  const { sessions } = await row(
    `SELECT COUNT(*) AS "sessions" FROM "LoginSession" WHERE "personId" = ?`,
    person.id,
  );
  expect(sessions).toBe(1);
  expect(await submit(request, login, code)).toMatchObject(refused("FLOW_EXPIRED"));
});

test("N2 two tabs submit the same code: one is in, the other is told", async ({
  page,
  context,
  loginPage,
  verifyPage,
}) => {
  const person = await newPerson();
  await loginPage.enter("shandong", "自然人业务", { account: person.phone });
  const code = await verifyPage.receiveCode(person.phone);
  const second = await context.newPage();
  await second.goto(page.url());
  await second.getByRole("textbox", { name: "短信验证码" }).fill(code);
  await verifyPage.submit(code);
  await expect(page).toHaveURL(/\/shandong\/home$/);
  await second.getByRole("button", { name: "登录", exact: true }).click();
  await expect(second.getByRole("main").getByRole("alert")).toContainText(
    "本次登录已超时或已结束，请重新登录",
  );
});
