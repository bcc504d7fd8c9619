import "@/prisma/testing/demo-database";
import { expect, test, vi } from "vitest";
import {
  alwaysUnified,
  isNewTaxpayer,
  legacyEnded,
  legacyStyleOf,
  opensWithLegacy,
} from "@/lib/regions/entry-styles";
import { findRegion, REGIONS } from "@/lib/regions/list";
import { legacyPeople } from "@/lib/server/legacy/people";
import { newHandler, newLegacyEnterprise } from "@/prisma/testing/legacy";
import { legacyBrowser } from "@/prisma/testing/legacy-login";
import { inBrowser } from "@/prisma/testing/request-scope";

vi.mock("next/headers", () => import("@/prisma/testing/request-scope"));
// Every entry solves a human check, and passwords are hashed for real.
vi.setConfig({ testTimeout: 30_000 });
// A bureau whose dates are set: the first day without its old entry, and since when new taxpayers use the unified one.
vi.mock("@/lib/regions/liaoning", async (original) => {
  const { liaoning } = await original<typeof import("@/lib/regions/liaoning")>();
  const dualTrack = { ...liaoning.dualTrack, endsOn: "2027-07-01", unifiedSince: "2027-01-01" };
  return { liaoning: { ...liaoning, dualTrack } };
});

const LAST_MOMENT = new Date("2027-06-30T15:59:59.999Z");
const FIRST_MOMENT_AFTER = new Date("2027-06-30T16:00:00Z");
const refused = (code: string) => ({ ok: false, problems: [{ code }] });

test("N0.3 every bureau has an old entry, yunnan in a style of its own; liaoning and yunnan open with it", () => {
  const day = "2026-11-22";
  expect(REGIONS.map((region) => legacyStyleOf(region)?.enterpriseTab ?? null)).toEqual([
    "企业登录",
    "企业登录",
    "企业登录",
    "企业登录",
    "企业用户",
  ]);
  expect(REGIONS.map((region) => opensWithLegacy(region, day))).toEqual([
    false,
    false,
    false,
    true,
    true,
  ]);
  expect(REGIONS.map(alwaysUnified)).toEqual([true, true, true, false, false]);
  // The three with an end of the old entry ahead have 报验户 as an identity there.
  expect(REGIONS.map((region) => legacyStyleOf(region)?.ways.at(-1)?.label)).toEqual([
    "报验户登录",
    "报验户登录",
    "报验户登录",
    "快捷登录",
    "报验户登录",
  ]);
});

test("N0.3 on both sides of the end: the old entry is there to the last moment of the day before, in Asia/Shanghai", async () => {
  const region = findRegion("liaoning");
  if (!region) throw new Error("no liaoning");
  expect([legacyEnded(region, "2027-06-30"), opensWithLegacy(region, "2027-06-30")]).toEqual([
    false,
    true,
  ]);
  expect([legacyEnded(region, "2027-07-01"), opensWithLegacy(region, "2027-07-01")]).toEqual([
    true,
    false,
  ]);
  const company = await newLegacyEnterprise();
  const person = await newHandler(company.id);
  const before = legacyBrowser(company, LAST_MOMENT);
  expect(await before.enter()).toMatchObject({ ok: true });
  expect(await before.send(person.relationId)).toMatchObject({ ok: true });
  const after = legacyBrowser(company, FIRST_MOMENT_AFTER);
  expect(await after.enter()).toEqual(refused("LEGACY_ENDED"));
  // What began before does not go on after it.
  expect(
    await inBrowser(before.browser, () =>
      legacyPeople("liaoning", before.flow, FIRST_MOMENT_AFTER),
    ),
  ).toEqual(refused("LEGACY_ENDED"));
});

test("山东 10 an enterprise confirmed since the switch is told to use the unified login", async () => {
  const region = findRegion("liaoning");
  if (!region) throw new Error("no liaoning");
  expect(isNewTaxpayer(region, "2026-12-31")).toBe(false);
  expect(isNewTaxpayer(region, "2027-01-01")).toBe(true);
  const old = await newLegacyEnterprise({ confirmedAt: new Date("2026-12-31T15:59:59Z") });
  const late = await newLegacyEnterprise({ confirmedAt: new Date("2026-12-31T16:00:00Z") });
  expect(await legacyBrowser(old, LAST_MOMENT).enter()).toMatchObject({ ok: true });
  expect(await legacyBrowser(late, LAST_MOMENT).enter()).toEqual(refused("NEW_TAXPAYER_UNIFIED"));
  // Without its password nothing is told of it.
  expect(await legacyBrowser(late, LAST_MOMENT).enter("Wrong#1111")).toMatchObject({
    problems: [{ code: "ENTERPRISE_PASSWORD_WRONG" }],
  });
});

test("N0.3 the old entry of one bureau does not open another bureau's enterprise", async () => {
  const company = await newLegacyEnterprise({ region: "xizang" });
  expect(await legacyBrowser(company, LAST_MOMENT).enter()).toMatchObject({ ok: true });
  expect(
    await legacyBrowser({ ...company, region: "shandong" }, LAST_MOMENT).enter(),
  ).toMatchObject({ problems: [{ code: "ENTERPRISE_PASSWORD_WRONG" }] });
  expect(await legacyBrowser({ ...company, region: "yunnan" }, LAST_MOMENT).enter()).toMatchObject({
    problems: [{ code: "ENTERPRISE_PASSWORD_WRONG" }],
  });
});
