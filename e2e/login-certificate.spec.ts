import { expect } from "@playwright/test";
import { expectAccessible } from "./fixtures/accessibility";
import { demoCertificate, newCertificate } from "./fixtures/certificates";
import { rows } from "./fixtures/database";
import { PASSWORD } from "./fixtures/demo";
import { newPerson, newTaxpayer, relate } from "./fixtures/people";
import { test } from "./fixtures/test";
import { CertificatePage } from "./pages/certificate-page";
import { LoginPage } from "./pages/login-page";

test("L12 certificate, person, code: into the enterprise, and the file never leaves the browser", async ({
  page,
  verifyPage,
  homePage,
}) => {
  const { person, enterprise } = await newTaxpayer("qingdao");
  const handler = await newPerson();
  await relate(handler, enterprise, "TAX_HANDLER");
  const passphrase = "证书口令2026";
  const certificate = new CertificatePage(page);
  const sent: string[] = [];
  page.on("request", (request) => sent.push(request.postData() ?? ""));
  await certificate.open("qingdao");
  await certificate.submit(await newCertificate(enterprise, passphrase), passphrase);
  await expect(certificate.peopleHeading).toBeVisible();
  await expect(certificate.person(person.name)).toBeVisible();
  const bodies = sent.join("\n");
  expect(bodies).toContain('"signature"');
  expect(bodies).not.toContain(passphrase);
  expect(bodies).not.toContain("passphrase");
  await expectAccessible(page);
  await certificate.person(handler.name).check();
  await certificate.nextButton.click();
  await expect(verifyPage.heading).toBeVisible();
  await verifyPage.pass(handler.phone);
  await homePage.expectActing("qingdao", handler.name, enterprise.name, "办税员");
  const sessions = await rows(
    `SELECT "entry", "proofs" FROM "LoginSession" WHERE "personId" = ?`,
    handler.id,
  );
  expect(sessions).toEqual([{ entry: "ENTERPRISE", proofs: "CERTIFICATE SMS" }]);
});

test("L12 a wrong passphrase and a file that is no certificate are told beside their fields", async ({
  page,
}) => {
  const certificate = new CertificatePage(page);
  const login = new LoginPage(page);
  await certificate.open("qingdao");
  await expectAccessible(page);
  await certificate.submitButton.click();
  await login.expectFieldError(certificate.file, /请选择证书文件/);
  await login.expectFieldError(certificate.passphrase, /请填写证书口令/);
  await certificate.submit(demoCertificate("hailan.p12"), "Etax@2025");
  await login.expectFieldError(certificate.passphrase, /证书口令错误/);
  await certificate.choose({ name: "letter.p12", buffer: Buffer.from("no certificate") });
  await certificate.submitButton.click();
  await login.expectFieldError(certificate.file, /不是可用的证书文件/);
  await expectAccessible(page);
});

test("L12 revoked, expired, and of another bureau's enterprise: a sentence each, nobody gets in", async ({
  page,
}) => {
  const certificate = new CertificatePage(page);
  const login = new LoginPage(page);
  // Other bureaus have neither the link nor the page.
  await login.open("shandong");
  await expect(login.link("税务数字证书登录")).toHaveCount(0);
  expect((await page.goto("/shandong/login/certificate"))?.status()).toBe(404);
  await certificate.open("qingdao");
  await certificate.submit(demoCertificate("hailan-revoked.p12"), PASSWORD);
  await login.expectFieldError(certificate.file, /证书已被吊销/);
  await certificate.choose(demoCertificate("hailan-expired.p12"));
  await certificate.submitButton.click();
  await login.expectFieldError(certificate.file, /证书已过期/);
  await certificate.choose(demoCertificate("chuncheng.p12"));
  await certificate.submitButton.click();
  await login.expectFieldError(certificate.file, /未查询到该企业的登记信息/);
});
