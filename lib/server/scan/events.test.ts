import "@/prisma/testing/demo-database";
import { beforeEach, expect, test, vi } from "vitest";
import { db } from "@/lib/server/db";
import { ticketEvents } from "@/lib/server/scan/events";
import { type Browser, inBrowser, newBrowser } from "@/prisma/testing/request-scope";
import { loginCode } from "./create";

vi.setConfig({ testTimeout: 20_000 });
vi.mock("next/headers", () => import("@/prisma/testing/request-scope"));

let web: Browser;
let ticket: string;

beforeEach(async () => {
  web = newBrowser();
  const context = { now: new Date(), address: "127.0.0.1", userAgent: "web" };
  const code = await inBrowser(web, () =>
    loginCode({ region: "shandong", app: "TAX", specific: false }, context),
  );
  if (!code.ok) throw new Error(JSON.stringify(code));
  ticket = code.value.id;
});

const follow = (on = web, signal = new AbortController().signal) =>
  inBrowser(on, () => ticketEvents(ticket, signal));

/** Reads the next thing that is told; null at the end. */
async function told(reader: ReadableStreamDefaultReader<Uint8Array>): Promise<string | null> {
  const { value, done } = await reader.read();
  return done ? null : new TextDecoder().decode(value);
}

test("Q4 the web is told live: 等待扫描, 已扫描, 已确认, and no more", async () => {
  const reader = (await follow())?.getReader();
  if (!reader) throw new Error("no stream");
  expect(await told(reader)).toBe("data: CREATED\n\n");
  for (const status of ["SCANNED", "CONFIRMED"] as const) {
    await db.scanTicket.update({ where: { id: ticket }, data: { status } });
    expect(await told(reader)).toBe(`data: ${status}\n\n`);
  }
  expect(await told(reader)).toBeNull();
});

test("Q4 已过期 is told, too", async () => {
  const reader = (await follow())?.getReader();
  if (!reader) throw new Error("no stream");
  await told(reader);
  await db.scanTicket.update({ where: { id: ticket }, data: { expiresAt: new Date() } });
  expect(await told(reader)).toBe("data: EXPIRED\n\n");
});

test("Q4 no other browser is told anything", async () => {
  expect(await follow(newBrowser())).toBeNull();
});

test("N1 one code opens thirty streams and no more", async () => {
  const leaving = new AbortController();
  const streams = await Promise.all(Array.from({ length: 34 }, () => follow(web, leaving.signal)));
  expect(streams.filter((stream) => stream !== null)).toHaveLength(30);
  leaving.abort();
  for (const stream of streams) await stream?.cancel();
});
