import { createElement, type ReactNode } from "react";
import { renderToReadableStream } from "react-dom/server";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import LegacyLoginPage from "./page";

vi.mock("next/headers", () => import("@/prisma/testing/request-scope"));
vi.mock("next/server", () => ({ connection: async () => {} }));
vi.mock("@/components/layout/login-layout", () => ({
  LoginLayout: ({ notice, children }: { notice?: ReactNode; children: ReactNode }) =>
    createElement("main", null, notice, children),
}));
vi.mock("./_components/legacy-entries", () => ({ LegacyEntries: () => createElement("form") }));
vi.mock("@/lib/regions/xizang", async (original) => {
  const { xizang } = await original<typeof import("@/lib/regions/xizang")>();
  return { xizang: { ...xizang, dualTrack: { ...xizang.dualTrack, endsOn: "2027-07-01" } } };
});

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"] });
});
afterEach(() => {
  vi.useRealTimers();
});

/** The page at an instant, as HTML. */
async function shownAt(instant: string): Promise<string> {
  vi.setSystemTime(new Date(instant));
  const params = Promise.resolve({ region: "xizang" });
  const page = await LegacyLoginPage({ params, searchParams: Promise.resolve({}) });
  return new Response(await renderToReadableStream(page)).text();
}

test("N0.3 the page announces the end while the entry lasts, and answers with a notice and the way on afterwards", async () => {
  const before = await shownAt("2027-06-30T15:59:59.999Z");
  expect(before).toContain("<form");
  expect(before).toContain("2027年7月1日");
  const after = await shownAt("2027-06-30T16:00:00Z");
  expect(after).not.toContain("<form");
  expect(after).toContain("旧版登录已停止使用");
  expect(after).toMatch(/<a[^>]*href="\/xizang\/login\/unified"[^>]*>新版登录<\/a>/);
});
