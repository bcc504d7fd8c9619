import { type APIRequestContext, expect } from "@playwright/test";
import { expectAccessible } from "./fixtures/accessibility";
import { actionId, answerOf, callAction, humanProof, ORIGIN, postAction } from "./fixtures/actions";
import { count } from "./fixtures/database";
import { PASSWORD } from "./fixtures/demo";
import { newPerson, type StoredPerson } from "./fixtures/people";
import { startLogin } from "./fixtures/sign-in";
import { test } from "./fixtures/test";

const LOGIN = { path: "/shandong/login", name: "submitFirstFactorAction" };
const VERIFY = { path: "/shandong/login/verify", name: "submitSecondFactorAction" };

/** Whether a login of the person was begun. */
function flowsOf(person: StoredPerson): Promise<number> {
  return count(`SELECT COUNT(*) FROM "Flow" WHERE "data" LIKE ?`, `%${person.id}%`);
}

/** A form that would be let in. */
async function rightForm(request: APIRequestContext, person: StoredPerson) {
  return {
    region: "shandong",
    entry: "PERSON",
    account: person.phone,
    password: PASSWORD,
    agreement: true,
    humanCheck: await humanProof(request),
  };
}

for (const [what, body] of [
  ["nothing", ""],
  ["half of a JSON", '[{"region":'],
  ["no JSON", "region=shandong"],
  ["an object in place of the arguments", '{"region":"shandong"}'],
  ["a bare number", "7"],
  ["a reference to a part that is not there", '["$F1"]'],
  ["a reference to a promise", '["$@1"]'],
] as const) {
  test(`N1 an action called with ${what} is refused with 400`, async ({ request }) => {
    const response = await postAction(request, { ...LOGIN, body });
    expect(response.status()).toBe(400);
  });
}

test("N1 an action called with wrong types answers problems at their fields, writes nothing", async ({
  request,
}) => {
  const person = await newPerson();
  const form = await rightForm(request, person);
  const cases: [unknown[], string | undefined][] = [
    [[], undefined],
    [[null], undefined],
    [["text"], undefined],
    [[[form]], undefined],
    [[{ ...form, region: 7 }], "region"],
    [[{ ...form, entry: "ROOT" }], "entry"],
    [[{ ...form, account: { $ne: "" } }], "account"],
    [[{ ...form, account: ["15400000000"] }], "account"],
    [[{ ...form, password: true }], "password"],
    [[{ ...form, password: null }], "password"],
    [[{ ...form, agreement: "true" }], "agreement"],
    [[{ ...form, entry: "ENTERPRISE" }], "taxpayerId"],
    [[{ ...form, entry: "SPECIFIC", taxpayerId: "x", projectKind: "ALL" }], "projectKind"],
    [[{ ...form, account: "1540000\u00000000" }], "account"],
    [[{ ...form, humanCheck: "x".repeat(9_000) }], "humanCheck"],
  ];
  for (const [input, field] of cases) {
    const response = await postAction(request, { ...LOGIN, body: JSON.stringify(input) });
    expect(response.status(), JSON.stringify(input)).toBeLessThan(500);
    const answer = await answerOf(response);
    expect(answer.ok, JSON.stringify(input)).toBe(false);
    if (field && !answer.ok) expect(answer.problems.map((each) => each.field)).toContain(field);
  }
  expect(await flowsOf(person)).toBe(0);
  expect(await callAction(request, LOGIN.path, LOGIN.name, form)).toMatchObject({ ok: true });
});

test("N1 prototype names, surplus fields and identifiers of nobody do no harm", async ({
  request,
}) => {
  const person = await newPerson();
  const form = await rightForm(request, person);
  const body = `[${JSON.stringify(form).replace("{", '{"__proto__":{"ok":true},"constructor":1,"personId":"x",')}]`;
  const response = await postAction(request, { ...LOGIN, body });
  expect(response.status()).toBeLessThan(500);
  for (const region of ["__proto__", "constructor", "nowhere", "../shandong"]) {
    expect(await callAction(request, LOGIN.path, LOGIN.name, { ...form, region })).toMatchObject({
      problems: [{ code: "REGION_UNKNOWN" }],
    });
  }
});

test("N1 fields of 10 000 characters are refused at the field, by page and by server", async ({
  page,
  loginPage,
}) => {
  const endless = "1".repeat(10_000);
  await loginPage.open("shandong", "企业业务");
  await loginPage.submit({ account: endless, password: endless, taxpayerId: endless });
  for (const field of [loginPage.account, loginPage.password, loginPage.taxpayerId]) {
    await loginPage.expectFieldError(field, /太长|不能超过/);
  }
  await expectAccessible(page);
  const answer = await callAction(page.request, LOGIN.path, LOGIN.name, {
    region: "shandong",
    entry: "ENTERPRISE",
    taxpayerId: endless,
    account: endless,
    password: endless,
    agreement: true,
    humanCheck: "x",
  });
  expect(answer).toMatchObject({
    problems: [
      { code: "TOO_LONG", field: "taxpayerId" },
      { code: "TOO_LONG", field: "account" },
      { code: "TOO_LONG", field: "password" },
    ],
  });
});

test("N1 a huge body is refused with 413 before it is read", async ({ request }) => {
  for (const size of [65_537, 1_000_000]) {
    const response = await postAction(request, { ...LOGIN, body: `["${"x".repeat(size)}"]` });
    expect(response.status()).toBe(413);
  }
});

test("N1 an action nobody has, a method no page has, a body that is no form", async ({
  request,
}) => {
  const headers = { origin: ORIGIN, "content-type": "text/plain;charset=UTF-8" };
  const unknown = await request.post("/shandong/login", {
    headers: { ...headers, "next-action": "0".repeat(42) },
    data: "[]",
  });
  expect([404, 409]).toContain(unknown.status());
  const odd = await request.post("/shandong/login", {
    headers: { ...headers, "next-action": "../../etc/passwd" },
    data: "[]",
  });
  expect(odd.status()).toBe(400);
  const text = await request.post("/shandong/login", { headers, data: "hello" });
  expect(text.status()).toBe(415);
  for (const method of ["PUT", "DELETE", "PATCH"]) {
    const response = await request.fetch("/shandong/login", { method, headers });
    expect(response.status(), method).toBe(405);
  }
});

for (const origin of ["https://evil.example", "http://localhost:3211", "null"]) {
  test(`N1 a post from ${origin} is refused with 403`, async ({ request }) => {
    const person = await newPerson();
    const response = await postAction(request, {
      ...LOGIN,
      body: JSON.stringify([await rightForm(request, person)]),
      headers: { origin },
    });
    expect(response.status()).toBe(403);
    expect(await flowsOf(person)).toBe(0);
  });
}

test("N1 a post that does not tell where it comes from is refused", async ({ request }) => {
  const response = await request.post("/shandong/login", {
    headers: { "next-action": actionId(LOGIN.name), "content-type": "text/plain;charset=UTF-8" },
    data: "[]",
  });
  expect(response.status()).toBe(403);
});

test("N1 a forged X-Forwarded-Host leads nobody away", async ({ request }) => {
  const headers = { "x-forwarded-host": "evil.example", "x-forwarded-proto": "https" };
  for (const path of ["/shandong/home", "/shandong/login/verify?flow=x", "/shandong/login"]) {
    const response = await request.get(path, { headers, maxRedirects: 0 });
    expect(response.headers().location ?? "", path).not.toContain("evil.example");
    expect(await response.text(), path).not.toContain("evil.example");
  }
});

test("N1 a forged X-Forwarded-Host does not reach the text of a message", async ({
  request,
  outbox,
}) => {
  const person = await newPerson();
  const login = await startLogin(request, { account: person.phone });
  await postAction(request, {
    path: VERIFY.path,
    name: "sendLoginCodeAction",
    body: JSON.stringify([login]),
    headers: { "x-forwarded-host": `${new URL(ORIGIN).host}, evil.example` },
  });
  const [message] = await outbox.to(person.phone);
  expect(message?.text).toContain(`@${new URL(ORIGIN).host} #`);
});

test("N1 a signed-in action without a session is refused", async ({ request }) => {
  const response = await postAction(request, {
    path: "/shandong/account/switch",
    name: "switchIdentityAction",
    body: JSON.stringify([null, null]),
  });
  expect(response.status()).toBeLessThan(500);
  expect(await response.text()).not.toContain("/shandong/home");
});

test("N1 answers carry the headers that keep a page to itself", async ({ request }) => {
  for (const path of ["/", "/shandong/login", "/shandong/login/verify"]) {
    const headers = (await request.get(path)).headers();
    expect(headers["content-security-policy"], path).toMatch(
      /default-src 'self'|default-src 'none'/,
    );
    expect(headers["content-security-policy"], path).not.toMatch(
      /script-src[^;]*'unsafe-(inline|eval)'/,
    );
    expect(headers["content-security-policy"], path).toContain("frame-ancestors 'none'");
    expect(headers["x-content-type-options"], path).toBe("nosniff");
    expect(headers["referrer-policy"], path).toBe("same-origin");
    expect(headers["x-powered-by"], path).toBeUndefined();
  }
});
