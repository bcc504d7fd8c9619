import { expect, test } from "vitest";
import { editionOf, isInEnglish, namesEdition, readEdition, readLocale } from "./editions";
import { REGIONS } from "./list";

test.each([
  "/shandong/home",
  "/shandong/account/switch",
  "/shandong/functions/payment",
  "/shandong/sso/consent",
  "/shandong",
  "/shandong/login",
  "/shandong/login/verify",
  "/shandong/register/overseas",
  "/shandong/report/abc",
  "/shandong/services",
  "/shandong/services/guidance",
  "/shandong/announcements",
  "/shandong/announcements/0192",
  "/shandong/account",
  "/shandong/account/messages/0192",
])("B18 %s is there in English", (path) => {
  expect(isInEnglish(path)).toBe(true);
});

test.each([
  "/shandong/login/legacy",
  "/shandong/login/certificate",
  "/shandong/forgot-password/enterprise",
  "/shandong/account/staff",
  "/shandong/account/sessions/export",
  "/shandong/account/personal-data/download",
  "/shandong/tax/filings",
  "/shandong/new-taxpayer",
  "/shandong/services/guidance/more",
])("B18 %s is Chinese", (path) => {
  expect(isInEnglish(path)).toBe(false);
});

test("B18 an edition is bureau and language, and no bureau's own slug is one", () => {
  for (const { slug } of REGIONS) {
    expect(readEdition(editionOf(slug, "en"))).toEqual({ slug, locale: "en" });
    expect(readEdition(editionOf(slug, "zh-CN"))).toEqual({ slug, locale: "zh-CN" });
    expect(namesEdition(`/${slug}/login`)).toBe(false);
    expect(namesEdition(`/${editionOf(slug, "en")}/login`)).toBe(true);
  }
});

test.each([undefined, "", "fr", "EN", "zh-CN"])("B18 the cookie %j means Chinese", (value) => {
  expect(readLocale(value)).toBe("zh-CN");
});
