import "@/prisma/testing/empty-database";
import { expect, test, vi } from "vitest";
import { z } from "zod";
import { db, transaction } from "@/lib/server/db";
import {
  bindBrowser,
  consumeFlow,
  createFlow,
  readEndedFlow,
  readFlow,
} from "@/lib/server/flow-store";
import { type Browser, inBrowser, newBrowser } from "@/prisma/testing/request-scope";

vi.mock("next/headers", () => import("@/prisma/testing/request-scope"));

const NOW = new Date("2026-03-01T02:00:00.000Z");
const minutes = (count: number) => new Date(NOW.getTime() + count * 60_000);
const schema = z.object({ step: z.string() });
const EXPIRED = { ok: false, problems: [{ code: "FLOW_EXPIRED" }] };

function start(browser: Browser, step = "one") {
  return inBrowser(browser, () =>
    createFlow({
      kind: "LOGIN",
      region: "shandong",
      entry: "PERSON",
      data: { step },
      now: NOW,
      ttlMinutes: 15,
    }),
  );
}

function read(
  browser: Browser,
  id: unknown,
  expected: Partial<Parameters<typeof readFlow>[1]> = {},
) {
  return inBrowser(browser, () =>
    readFlow(id, { kind: "LOGIN", region: "shandong", schema, now: NOW, ...expected }),
  );
}

test("N1 a flow is read by the browser that began it, and two tabs have one each", async () => {
  const browser = newBrowser();
  const [one, two] = [await start(browser, "one"), await start(browser, "two")];
  expect(await read(browser, one.id)).toMatchObject({
    ok: true,
    value: { id: one.id, region: "shandong", entry: "PERSON", data: { step: "one" } },
  });
  expect(await read(browser, two.id)).toMatchObject({ ok: true, value: { data: { step: "two" } } });
});

test("N1 the database cannot be used to take a flow over: it keeps a hash of the secret", async () => {
  const browser = newBrowser();
  const { id } = await start(browser);
  const secret = browser.cookies.get("flow-binding") ?? "";
  expect(secret).toMatch(/^[A-Za-z0-9_-]{43}$/);
  const { browserHash: stored } = await db.flow.findUniqueOrThrow({
    where: { id },
    select: { browserHash: true },
  });
  expect(stored).not.toContain(secret);
});

test("N1 a secret of a length nobody made is replaced", async () => {
  const browser = newBrowser();
  browser.cookies.set("flow-binding", "chosen-by-an-attacker");
  await start(browser);
  expect(browser.cookies.get("flow-binding")).toMatch(/^[A-Za-z0-9_-]{43}$/);
});

test("N1 forged, foreign, misplaced and late flows are answered alike", async () => {
  const browser = newBrowser();
  const { id } = await start(browser);
  const stranger = newBrowser();
  await start(stranger);
  for (const odd of [undefined, null, 7, {}, [id], "", "x", "x".repeat(65), `${id} `, `${id}\0`]) {
    expect(await read(browser, odd)).toEqual(EXPIRED);
  }
  expect(await read(newBrowser(), id)).toEqual(EXPIRED);
  expect(await read(stranger, id)).toEqual(EXPIRED);
  expect(await read(browser, id, { region: "xizang" })).toEqual(EXPIRED);
  expect(await read(browser, id, { kind: "REGISTER" })).toEqual(EXPIRED);
  expect(await read(browser, id, { schema: z.object({ other: z.number() }) })).toEqual(EXPIRED);
  expect(await read(browser, id, { now: minutes(14.9) })).toMatchObject({ ok: true });
  expect(await read(browser, id, { now: minutes(15) })).toEqual(EXPIRED);
});

test("N2 a flow ends once, whoever asks and however many at once", async () => {
  const browser = newBrowser();
  const { id } = await start(browser);
  const ended = await Promise.all(
    Array.from({ length: 12 }, () => transaction((tx) => consumeFlow(tx, id, NOW))),
  );
  expect(ended.filter(Boolean)).toHaveLength(1);
  expect(await read(browser, id)).toEqual(EXPIRED);
});

test("N1 a flow that came to its end is known to its own browser and bureau only", async () => {
  const browser = newBrowser();
  const { id } = await start(browser);
  const ended = (by: Browser, region = "shandong") =>
    inBrowser(by, () => readEndedFlow(id, { kind: "LOGIN", region, schema }));
  expect(await ended(browser)).toEqual(EXPIRED);
  await consumeFlow(db, id, NOW);
  expect(await ended(browser)).toMatchObject({ ok: true, value: { data: { step: "one" } } });
  expect(await ended(newBrowser())).toEqual(EXPIRED);
  expect(await ended(browser, "xizang")).toEqual(EXPIRED);
});

test("N2 a flow past its time does not end well", async () => {
  const { id } = await start(newBrowser());
  expect(await consumeFlow(db, id, minutes(15))).toBe(false);
});

test("N2 the binding of a browser that begins again does not run out in the middle", async () => {
  const browser = newBrowser();
  const { id } = await start(browser);
  browser.flags.clear();
  await inBrowser(browser, () => bindBrowser());
  expect(browser.flags.size).toBe(0);
  await inBrowser(browser, () => bindBrowser({ renew: true }));
  expect(browser.flags.get("flow-binding")).toMatchObject({ maxAge: 86_400, httpOnly: true });
  expect(await read(browser, id)).toMatchObject({ ok: true });
});
