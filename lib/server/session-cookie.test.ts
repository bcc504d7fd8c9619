import "@/prisma/testing/demo-database";
import { afterEach, expect, test, vi } from "vitest";
import { keepPendingScan } from "@/lib/server/companion/pending-scan";
import { rememberCompanionRegion } from "@/lib/server/companion/region";
import { db } from "@/lib/server/db";
import { env } from "@/lib/server/env";
import { chooseIdentity } from "@/lib/server/login/choose-identity";
import { getSession } from "@/lib/server/session";
import { newToken } from "@/lib/server/tokens";
import { provedLogin } from "@/prisma/testing/login";
import { newPerson } from "@/prisma/testing/people";
import { type Browser, inBrowser, newBrowser } from "@/prisma/testing/request-scope";

vi.mock("next/headers", () => import("@/prisma/testing/request-scope"));

afterEach(() => vi.restoreAllMocks());

/** Signs somebody in by the last step of the real login, and sets every other cookie of the server. */
async function everyCookie(browser: Browser): Promise<void> {
  const person = await newPerson();
  await provedLogin(browser, person);
  const flow = await db.flow.findFirstOrThrow({ where: { data: { contains: person.id } } });
  await inBrowser(browser, async () => {
    const form = { region: "shandong", flow: flow.id, identity: "person" };
    expect(await chooseIdentity(form, { now: new Date() })).toMatchObject({ ok: true });
    await keepPendingScan(newToken());
    await rememberCompanionRegion("shandong");
  });
}

test.each([
  ["http://localhost:3000", false, ""],
  ["https://etax.example", true, "__Host-"],
])(
  "N1 every cookie set at %s is out of reach of scripts, of other sites and of plain http",
  async (url, secure, prefix) => {
    vi.spyOn(env(), "APP_URL", "get").mockReturnValue(url);
    const browser = newBrowser();
    await everyCookie(browser);
    const names = [
      "flow-binding",
      "portal.session",
      "device",
      "companion-scan",
      "companion-region",
    ];
    expect([...browser.flags.keys()]).toEqual(
      expect.arrayContaining(names.map((name) => `${prefix}${name}`)),
    );
    for (const [name, flags] of browser.flags) {
      expect(name.startsWith(prefix), name).toBe(true);
      expect(flags, name).toMatchObject({ httpOnly: true, sameSite: "lax", path: "/", secure });
      expect(flags, name).not.toHaveProperty("domain");
    }
  },
);

test("N1 session fixation: a token planted before the login is no session after it", async () => {
  const browser = newBrowser();
  const planted = newToken();
  browser.cookies.set("portal.session", planted);
  await everyCookie(browser);
  expect(browser.cookies.get("portal.session")).not.toBe(planted);
  expect((await inBrowser(browser, getSession))?.personId).toBeDefined();
  const attacker = newBrowser();
  attacker.cookies.set("portal.session", planted);
  expect(await inBrowser(attacker, getSession)).toBeNull();
});

test("N1 what a browser has before the login is worth nothing: the binding of a flow is no session", async () => {
  const browser = newBrowser();
  await provedLogin(browser, await newPerson());
  const attacker = newBrowser();
  const binding = browser.cookies.get("flow-binding") ?? "";
  for (const name of ["portal.session", "hall.session", "companion.tax.session"]) {
    attacker.cookies.set(name, binding);
  }
  expect(await inBrowser(attacker, getSession)).toBeNull();
});
