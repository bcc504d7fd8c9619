import { existsSync } from "node:fs";
import { expect } from "@playwright/test";
import { expectAccessible } from "./fixtures/accessibility";
import { addressOf, type Row } from "./fixtures/route-answers";
import { ROUTES } from "./fixtures/route-table";
import { test } from "./fixtures/test";
import { type Cast, newCast, VISITORS, type Visitor } from "./fixtures/visitors";

type Shown = { route: string; row: Row; visitor: Visitor };

/** Whom an address is a page for: nobody in particular before somebody signed in. */
function shownTo(row: Row): Visitor | undefined {
  return VISITORS.find((visitor) => row.answers[visitor] === "page");
}

/** Every page of the route table that answers a plain address. Steps of a flow are looked at where the flow is walked. */
const SHOWN: Shown[] = Object.entries<Row>(ROUTES).flatMap(([route, row]) => {
  const visitor = existsSync(`app/${route}/page.tsx`) ? shownTo(row) : undefined;
  return visitor ? [{ route, row, visitor }] : [];
});

/** The pages by area, so that a test is short and says where. */
const AREAS: Record<string, (route: string) => boolean> = {
  "before the login": (route) =>
    /^(\[region\](\/\(public\)\/(?!register|services).*)?|sign-in-problem)?$/.test(route),
  "of registration and services": (route) => /\(public\)\/(register|services)/.test(route),
  "of the account": (route) => /\(portal\)\/account(?!\/(personnel|grants|staff))/.test(route),
  "of an enterprise's people": (route) => /account\/(personnel|grants|staff)/.test(route),
  "of 我要办税": (route) => /\(portal\)\/(?!account)/.test(route),
  "of the companion APP and the outbox": (route) => /^(app|dev)\//.test(route),
  "of the hall's counter": (route) =>
    /^hall\/(?!.*(audit|officers|announcements|imports))/.test(route),
  "of the hall's office": (route) => /^hall\/.*(audit|officers|announcements|imports)/.test(route),
};

test("N3 every page of the route table is in one area", () => {
  for (const { route } of SHOWN) {
    const areas = Object.values(AREAS).filter((holds) => holds(route));
    expect(areas, route).toHaveLength(1);
  }
});

const casts: Record<string, Promise<Cast>> = {};
const castOf = (region: string) => {
  casts[region] ??= newCast(region);
  return casts[region];
};

for (const [area, holds] of Object.entries(AREAS)) {
  test(`N3 the pages ${area} are accessible by day and by night`, async ({ page, baseURL }) => {
    const shown = SHOWN.filter(({ route }) => holds(route));
    test.setTimeout(20_000 + shown.length * 10_000);
    for (const { route, row, visitor } of shown) {
      const cast = await castOf(row.region ?? "liaoning");
      const cookie = cast.cookies[visitor];
      await page.context().clearCookies();
      if (cookie) await page.context().addCookies([{ ...cookie, url: baseURL ?? "" }]);
      await page.goto(addressOf(row, cast));
      await expect(page.getByRole("heading", { level: 1 }), route).toBeVisible();
      await expectAccessible(page);
    }
  });
}

test("N3 what the signed-in, the refused and the lost are told is accessible", async ({
  page,
  baseURL,
}) => {
  const { cookies, app } = await castOf("liaoning");
  const told = [
    [cookies.handler, "/liaoning/account/staff"],
    [cookies.agent, "/liaoning/tax/agency/information"],
    [cookies.oldEntry, "/liaoning/unified-only"],
    [cookies.person, `/liaoning/sso/verify?interaction=${"A".repeat(21)}`],
    [cookies.auditor, "/hall/people"],
    [app, "/app/tax"],
    [null, "/nowhere"],
    [null, "/liaoning/login?reason=SIGNED_OUT"],
  ] as const;
  test.setTimeout(20_000 + told.length * 10_000);
  for (const [cookie, path] of told) {
    await page.context().clearCookies();
    if (cookie) await page.context().addCookies([{ ...cookie, url: baseURL ?? "" }]);
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1 }), path).toBeVisible();
    await expectAccessible(page);
  }
});
