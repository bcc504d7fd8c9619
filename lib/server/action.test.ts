import "@/prisma/testing/demo-database";
import { redirect } from "next/navigation";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { z } from "zod";
import { failure, success } from "@/lib/domain/result";
import { action } from "@/lib/server/action";
import { env } from "@/lib/server/env";
import { log } from "@/lib/server/log";
import { describeFailure } from "@/lib/server/log/logger.mjs";
import { signIn } from "@/prisma/testing/demo-session";
import { inBrowser, newBrowser } from "@/prisma/testing/request-scope";

vi.mock("next/headers", () => import("@/prisma/testing/request-scope"));

const input = z.object({ word: z.string("NOT_TEXT").min(1, "REQUIRED") });
const anyone = { input, allow: "ANYONE" as const };
const signedIn = { input, allow: "SIGNED_IN" as const };
const form = { word: "x" };
const logged = vi.spyOn(log, "error");

beforeEach(() => logged.mockImplementation(() => undefined));
afterEach(() => logged.mockReset());

test("N1 input that fits no schema is answered at its field, and nothing runs", async () => {
  const run = vi.fn(async () => success());
  for (const odd of [undefined, null, 7, "x", [], {}, { word: 7 }, { word: "" }, { word: [] }]) {
    const result = await inBrowser(newBrowser(), () => action(anyone, run)(odd));
    expect(result.ok, JSON.stringify(odd)).toBe(false);
  }
  expect(run).not.toHaveBeenCalled();
});

test("N1 only what the schema knows reaches the use case", async () => {
  const run = vi.fn(async (_input: { word: string }) => success());
  await inBrowser(newBrowser(), () =>
    action(anyone, run)({ ...form, personId: "x", __proto__: { admin: true } }),
  );
  expect(run.mock.calls[0]?.[0]).toEqual({ word: "x" });
});

test("N1 expected failures are passed on as they are", async () => {
  const refuse = action(anyone, async () => failure("CODE_WRONG", { field: "word" }));
  expect(await inBrowser(newBrowser(), () => refuse(form))).toEqual({
    ok: false,
    problems: [{ code: "CODE_WRONG", field: "word" }],
  });
});

test("N1 an action for who is signed in is not run for anybody else", async () => {
  const run = vi.fn(async () => success());
  const browser = newBrowser();
  expect(await inBrowser(browser, () => action(signedIn, run)(form))).toEqual(
    failure("SIGNED_OUT"),
  );
  browser.cookies.set("portal.session", "A".repeat(43));
  expect(await inBrowser(browser, () => action(signedIn, run)(form))).toEqual(
    failure("SIGNED_OUT"),
  );
  expect(run).not.toHaveBeenCalled();
});

test("N1 who is signed in is handed over as the database knows them", async () => {
  const browser = newBrowser({ "user-agent": "Test/1.0" });
  browser.cookies.set("portal.session", await signIn("张伟", "shandong", { entry: "PERSON" }));
  const who = action(signedIn, async (_input, { session, userAgent }) =>
    success({ name: session.personName, userAgent }),
  );
  expect(await inBrowser(browser, () => who(form))).toEqual(
    success({ name: "张伟", userAgent: "Test/1.0" }),
  );
});

test("N1 what no form sends and who comes too often stand in the log, without a word of it", async () => {
  const told = [vi.spyOn(log, "info"), vi.spyOn(log, "warn")] as const;
  for (const each of told) each.mockImplementation(() => undefined);
  const limit = vi.spyOn(env(), "REQUESTS_PER_ADDRESS", "get").mockReturnValue(1);
  const browser = newBrowser({ "x-forwarded-for": "203.0.113.77" });
  const busy = action(anyone, async () => success());
  for (const word of [{ "370100197801050130": "x" }, "x"]) {
    await inBrowser(browser, () => busy({ word }));
  }
  expect(told[0].mock.calls).toEqual([["input refused"]]);
  expect(told[1].mock.calls).toEqual([["slowed down"]]);
  for (const each of [...told, limit]) each.mockRestore();
});

test("N1 a bug is told as a reference; the log has its kind and place, not its words", async () => {
  const broken = action(anyone, async () => {
    throw new TypeError("370100197801050130 is not a function");
  });
  const result = await inBrowser(newBrowser(), () => broken(form));
  expect(result).toMatchObject({
    ok: false,
    problems: [
      { code: "UNEXPECTED", params: { reference: expect.stringMatching(/^[0-9a-f]{8}$/) } },
    ],
  });
  const line = logged.mock.calls.find(([message]) => message === "action failed");
  const text = JSON.stringify([line, describeFailure(line?.[1]?.err)]);
  expect(text).toContain("TypeError");
  expect(text).not.toContain("370100197801050130");
  expect(text).toContain(result.ok ? "" : String(result.problems[0]?.params?.reference));
});

test("N1 a redirect is not taken for a bug", async () => {
  const leave = action(anyone, async () => redirect("/shandong/home"));
  await expect(inBrowser(newBrowser(), () => leave(form))).rejects.toThrow("NEXT_REDIRECT");
  expect(JSON.stringify(logged.mock.calls)).not.toContain("action failed");
});

test("N1 one address is slowed down, others are not", async () => {
  const busy = action(anyone, async () => success());
  const limit = env().REQUESTS_PER_ADDRESS;
  vi.spyOn(env(), "REQUESTS_PER_ADDRESS", "get").mockReturnValue(3);
  try {
    const from = (address: string) =>
      inBrowser(newBrowser({ "x-forwarded-for": address }), () => busy(form));
    const answers = await Promise.all(Array.from({ length: 8 }, () => from("203.0.113.9")));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(3);
    expect(answers.find(({ ok }) => !ok)).toMatchObject({ problems: [{ code: "RATE_LIMITED" }] });
    expect(await from("203.0.113.10")).toEqual(success());
    // One connection has 2⁶⁴ addresses of IPv6.
    const own = await Promise.all(
      Array.from({ length: 8 }, (_, each) => from(`2001:db8:1:2::${each + 1}`)),
    );
    expect(own.filter(({ ok }) => ok)).toHaveLength(3);
    // The address a visitor claims stands left of the one the server in front has seen.
    expect(await from("198.51.100.1, 203.0.113.9")).toMatchObject({ ok: false });
  } finally {
    vi.restoreAllMocks();
  }
  expect(env().REQUESTS_PER_ADDRESS).toBe(limit);
});
