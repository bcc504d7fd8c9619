import { expect, test } from "vitest";
import { DOCUMENT_TYPES } from "@/lib/domain/documents";
import { findRegion, REGIONS } from "@/lib/regions/list";
import { secondFactorsOf } from "@/lib/regions/second-factors";
import { STEP_UP_FUNCTIONS } from "@/lib/regions/step-up-functions";
import type { RegionProfile } from "@/lib/regions/types";

/** One row of the table of differences: its value for each bureau, in the order of the list. */
function row<T>(read: (region: RegionProfile) => T): T[] {
  return REGIONS.map(read);
}

test("N0.1 five bureaus, each found by its own slug and by nothing else", () => {
  expect(row(({ slug }) => slug)).toEqual(["xizang", "shandong", "qingdao", "liaoning", "yunnan"]);
  for (const region of REGIONS) expect(findRegion(region.slug)).toBe(region);
  for (const slug of ["", "XIZANG", "beijing", "__proto__", "xizang/login"]) {
    expect(findRegion(slug)).toBeUndefined();
  }
});

test("N0.1 every profile is complete and nobody else's", () => {
  for (const read of [
    (region: RegionProfile) => region.slug,
    (region: RegionProfile) => region.name,
    (region: RegionProfile) => region.bureauName,
    (region: RegionProfile) => region.taxAppName,
  ]) {
    expect(new Set(row(read)).size).toBe(REGIONS.length);
    expect(row(read).every((text) => text.trim() !== "")).toBe(true);
  }
  for (const region of REGIONS) {
    expect(region.slug).toMatch(/^[a-z]+$/);
    expect(region.bureauName).toMatch(/^国家税务总局.+电子税务局$/);
    expect(region.bureauName).toContain(region.name);
    expect(region.dualTrack.otherStyle).not.toBe(region.defaultEntryStyle);
    expect(region.dualTrack.endsOn ?? "2026-01-01").toMatch(/^\d{4}-\d{2}-\d{2}$/);
    expect(DOCUMENT_TYPES).toEqual(
      expect.arrayContaining([...(region.overseasRegistration ?? [])]),
    );
    expect(region.hotline).toBe("12366");
  }
});

test("N0.3 default entry style", () => {
  expect(row((region) => region.defaultEntryStyle)).toEqual([
    "UNIFIED",
    "UNIFIED",
    "UNIFIED",
    "LIAONING",
    "YUNNAN",
  ]);
});

test("N0.3 dual track: the other entry, and no end set yet", () => {
  expect(row(({ dualTrack }) => [dualTrack.otherLabel, dualTrack.otherStyle])).toEqual([
    ["旧版登录", "LIAONING"],
    ["旧版登录", "LIAONING"],
    ["旧版登录", "LIAONING"],
    ["新版登录", "UNIFIED"],
    ["新版登录", "UNIFIED"],
  ]);
  expect(row(({ dualTrack }) => dualTrack.endsOn)).toEqual([null, null, null, null, null]);
  expect(row(({ dualTrack }) => dualTrack.unifiedSince)).toEqual([null, null, null, null, null]);
});

test("N0.3 tax APP", () => {
  expect(row((region) => region.taxAppName)).toEqual([
    "西藏税务APP",
    "山东税务APP",
    "青岛税务APP（手机税税通）",
    "移动办税APP",
    "云南税务APP",
  ]);
});

test("N0.3 scan login", () => {
  expect(row((region) => region.scanLoginApps)).toEqual([
    ["TAX", "IIT"],
    ["TAX", "IIT"],
    ["TAX", "IIT", "LICENSE"],
    [],
    [],
  ]);
});

test("N0.3 second factor of the default entry", () => {
  expect(row((region) => secondFactorsOf(region.defaultEntryStyle))).toEqual([
    ["SMS", "FACE"],
    ["SMS", "FACE"],
    ["SMS", "FACE"],
    ["SMS", "PERSONAL_PASSWORD"],
    ["SMS", "PERSONAL_PASSWORD"],
  ]);
});

test("N0.3 the unified entry verifies a face everywhere, in liaoning and yunnan by the tax APP", () => {
  expect(row((region) => region.faceApps)).toEqual([
    ["TAX", "IIT"],
    ["TAX", "IIT"],
    ["TAX", "IIT"],
    ["TAX"],
    ["TAX"],
  ]);
});

test("N0.3 lock after five failures, and how to unlock", () => {
  expect(row((region) => region.lockScope)).toEqual([
    "ACCOUNT",
    "LEVEL_AND_BELOW",
    "ACCOUNT",
    "ACCOUNT",
    "ACCOUNT",
  ]);
  const password = ["FORGOT_PASSWORD"];
  expect(row((region) => region.unlockWays)).toEqual([
    password,
    ["FORGOT_PASSWORD", "FACE"],
    password,
    password,
    password,
  ]);
});

test("N0.3 initial password, overseas registration, certificate login", () => {
  expect(row((region) => region.initialPasswordRule)).toEqual([false, false, true, false, false]);
  expect(row((region) => region.certificateLogin)).toEqual([false, false, true, false, true]);
  expect(row((region) => region.overseasRegistration)).toEqual([
    null,
    [
      "FOREIGN_PASSPORT",
      "FOREIGN_WORK_PERMIT_A",
      "FOREIGN_WORK_PERMIT_B",
      "FOREIGN_WORK_PERMIT_C",
      "OTHER",
    ],
    null,
    null,
    null,
  ]);
});

test("N0.3 real-name by", () => {
  expect(row((region) => region.realNameProviders)).toEqual([
    ["TAX_APP", "IIT_APP"],
    ["TAX_APP"],
    ["TAX_APP"],
    ["HALL", "TAX_APP"],
    ["ALIPAY", "WECHAT"],
  ]);
});

test("N0.3 step-up to level 4", () => {
  expect(STEP_UP_FUNCTIONS).toHaveLength(3);
  expect(row((region) => region.stepUpFunctions)).toEqual([
    [],
    STEP_UP_FUNCTIONS,
    STEP_UP_FUNCTIONS,
    STEP_UP_FUNCTIONS,
    STEP_UP_FUNCTIONS,
  ]);
});

test("E2 handlers and clerks have default grants everywhere but in 辽宁", () => {
  expect(row((region) => region.defaultGrants)).toEqual([true, true, true, false, true]);
});
