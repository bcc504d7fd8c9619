import "@/prisma/testing/demo-database";
import type { ReactNode } from "react";
import { renderToReadableStream } from "react-dom/server";
import { expect, test, vi } from "vitest";
import type { CurrentSession } from "@/lib/server/session-store";
import { newToken } from "@/lib/server/tokens";
import { relate } from "@/prisma/testing/people";
import { asking, company, realPerson } from "@/prisma/testing/staff";
import SwitchPage from "./account/switch/page";
import FunctionPage from "./functions/[code]/page";
import FunctionsPage from "./functions/page";
import FavouritesPage from "./home/favourites/page";
import HomePage from "./home/page";
import SignOutPage from "./sso/sign-out/page";
import VerifyPage from "./sso/verify/page";

const held = vi.hoisted((): { session: unknown } => ({ session: null }));
vi.mock("@/lib/server/session", () => ({ requireSession: async () => held.session }));
// One page is rendered at a time: what React keeps for a page is kept for all.
vi.mock("react", async (original) => ({
  ...(await original<typeof import("react")>()),
  cache: <T>(run: () => T) => {
    let kept: T | undefined;
    return () => {
      kept ??= run();
      return kept;
    };
  },
}));
vi.mock("next/headers", () => import("@/prisma/testing/request-scope"));
vi.mock("next/navigation", async (original) => ({
  ...(await original<typeof import("next/navigation")>()),
  useRouter: () => ({}),
}));
// Components of both sides say their words as on the server.
vi.mock("#use-texts", () => import("@/components/texts/use-texts.server"));

type Page = (props: {
  params: Promise<{ region: string; code: string }>;
  searchParams: Promise<Record<string, string>>;
}) => Promise<ReactNode>;

/** The words a reader of the English edition sees on a page, without names as people wrote them. */
async function words(
  page: Page,
  session: CurrentSession,
  { code = "", query = {} }: { code?: string; query?: Record<string, string> } = {},
): Promise<string> {
  held.session = session;
  const params = Promise.resolve({ region: "shandong.en", code });
  const drawn = await page({ params, searchParams: Promise.resolve(query) });
  const html = await new Response(await renderToReadableStream(drawn)).text();
  return html.replace(/<span lang="zh-CN">[^<]*<\/span>/g, "").replaceAll(session.personName, "");
}

const CHINESE = /[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]+/g;

test("B18 the main page, search and a function are English for a natural person", async () => {
  const { session } = await asking(await realPerson(), { entry: "PERSON" }, { face: false });
  const home = await words(HomePage, session);
  expect(home).toContain("Pay taxes and fees");
  expect(home.match(CHINESE)).toBeNull();
  for (const section of ["query", "user-centre", "interaction", "public-services"]) {
    expect((await words(HomePage, session, { query: { section } })).match(CHINESE)).toBeNull();
  }
  const found = await words(FunctionsPage, session, { query: { q: "invoice" } });
  expect(found).toContain("Issue invoices");
  expect(found.match(CHINESE)).toBeNull();
  for (const code of ["payment", "invoice-issue"]) {
    expect((await words(FunctionPage, session, { code })).match(CHINESE), code).toBeNull();
  }
  const favourites = await words(FavouritesPage, session);
  expect(favourites).toContain("Move Pay taxes and fees up");
  expect(favourites.match(CHINESE)).toBeNull();
});

test("B18 身份切换 and the pages of single sign-on are English", async () => {
  const { session } = await asking(await realPerson(), { entry: "PERSON" }, { face: false });
  const [interaction, logout] = [newToken(), newToken()];
  const queries: Record<string, string>[] = [{}, { q: "nobody" }, { interaction }];
  for (const query of queries) {
    expect((await words(SwitchPage, session, { query })).match(CHINESE)).toBeNull();
  }
  const verify = await words(VerifyPage, session, { query: { interaction } });
  expect(verify).toContain("Not now");
  expect(verify.match(CHINESE)).toBeNull();
  const signOut = await words(SignOutPage, session, { query: { logout } });
  expect(signOut).toContain("Sign out everywhere");
  expect(signOut.match(CHINESE)).toBeNull();
});

test("B18 the main page is English for whoever acts for an enterprise, too, but for names", async () => {
  const { person, enterprise, relationId } = await company();
  const applicant = await realPerson();
  await relate(applicant.id, enterprise.id, "TAX_HANDLER");
  const { session } = await asking(person, { entry: "ENTERPRISE", relationId }, { face: false });
  const home = await words(HomePage, session);
  expect(home).toContain("VAT return of general taxpayers");
  expect(home.match(CHINESE)).toBeNull();
});
