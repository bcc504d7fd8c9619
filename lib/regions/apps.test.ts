import { expect, test } from "vitest";
import {
  appEntries,
  appName,
  appSlug,
  faceNeedsLogin,
  findApp,
  PHONE_APPS,
  realNameApps,
} from "./apps";
import { REGIONS } from "./list";

test("Q1 every application has an address of its own, and back", () => {
  expect(PHONE_APPS.map(appSlug)).toEqual(["tax", "iit", "license", "alipay", "wechat"]);
  for (const app of PHONE_APPS) expect(findApp(appSlug(app))).toBe(app);
  expect(findApp("toString")).toBeUndefined();
});

test("N0.3 the tax APP is called as its bureau calls it", () => {
  expect(REGIONS.map((region) => appName("TAX", region))).toEqual([
    "西藏税务APP",
    "山东税务APP",
    "青岛税务APP（手机税税通）",
    "移动办税APP",
    "云南税务APP",
  ]);
});

test("Q2 个人所得税APP knows natural persons only, 电子营业执照 enterprises only", () => {
  expect(appEntries("TAX")).toEqual(["ENTERPRISE", "PERSON"]);
  expect(appEntries("IIT")).toEqual(["PERSON"]);
  expect(appEntries("LICENSE")).toEqual(["ENTERPRISE"]);
});

test("Q3 the tax APP needs no login for a face check, 个人所得税APP does", () => {
  expect(PHONE_APPS.filter(faceNeedsLogin)).toEqual(["IIT"]);
});

test("R4 applications that raise the real-name level per bureau", () => {
  const found = Object.fromEntries(REGIONS.map((region) => [region.slug, realNameApps(region)]));
  expect(found).toEqual({
    xizang: ["TAX", "IIT"],
    shandong: ["TAX"],
    qingdao: ["TAX"],
    liaoning: ["TAX"],
    yunnan: ["ALIPAY", "WECHAT"],
  });
});
