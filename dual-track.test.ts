import { NextRequest } from "next/server";
import { afterEach, expect, test, vi } from "vitest";
import { proxy } from "@/proxy";

vi.mock("@/lib/server/content-policy", async (original) => ({
  ...(await original<typeof import("@/lib/server/content-policy")>()),
  // Of the build, which there need not be.
  readScriptHashes: () => ({ pages: {}, common: [] }),
}));
vi.mock("@/lib/regions/liaoning", async (original) => {
  const { liaoning } = await original<typeof import("@/lib/regions/liaoning")>();
  return { liaoning: { ...liaoning, dualTrack: { ...liaoning.dualTrack, endsOn: "2027-07-01" } } };
});

afterEach(() => {
  vi.useRealTimers();
});

/** The page that is shown at an address at an instant. */
async function shownAt(instant: string, path: string, cookie = ""): Promise<string> {
  vi.useFakeTimers({ toFake: ["Date"], now: new Date(instant) });
  const answer = await proxy(
    new NextRequest(`http://localhost:3000${path}`, { headers: { cookie } }),
  );
  const rewritten = answer.headers.get("x-middleware-rewrite");
  return rewritten ? new URL(rewritten).pathname : path;
}

const LAST_MOMENT = "2027-06-30T15:59:59.999Z";
const FIRST_MOMENT_AFTER = "2027-06-30T16:00:00Z";

test("N0.3 /R/login is the old entry to the last moment of the dual track, and the unified one from the next", async () => {
  expect(await shownAt(LAST_MOMENT, "/liaoning/login")).toBe("/liaoning/login/legacy");
  expect(await shownAt(FIRST_MOMENT_AFTER, "/liaoning/login")).toBe("/liaoning/login/unified");
  // The address of the old entry itself stays, for the notice.
  expect(await shownAt(FIRST_MOMENT_AFTER, "/liaoning/login/legacy")).toBe(
    "/liaoning/login/legacy",
  );
  expect(await shownAt(FIRST_MOMENT_AFTER, "/yunnan/login")).toBe("/yunnan/login/legacy");
  expect(await shownAt(LAST_MOMENT, "/xizang/login")).toBe("/xizang/login");
});

test("N0.3 B18 in English /R/login is the unified one on both sides", async () => {
  for (const instant of [LAST_MOMENT, FIRST_MOMENT_AFTER]) {
    expect(await shownAt(instant, "/liaoning/login", "locale=en")).toBe(
      "/liaoning.en/login/unified",
    );
  }
});
