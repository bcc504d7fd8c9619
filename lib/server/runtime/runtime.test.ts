import "@/prisma/testing/empty-database";
import { afterEach, expect, test, vi } from "vitest";
import { db } from "@/lib/server/db";
import { log } from "@/lib/server/log";
import { isReady } from "@/lib/server/runtime/readiness";
import { keepSweeping } from "@/lib/server/runtime/sweeps";

const shared = globalThis as { portalProcess?: object };
/** A later moment than any before, so that no answer is remembered. */
let moment = 1e9;
const later = () => {
  moment += 10_000;
  return moment;
};

afterEach(() => {
  delete shared.portalProcess;
  vi.useRealTimers();
  vi.restoreAllMocks();
});

function running() {
  const own = {
    stopping: false,
    draining: false,
    endings: [] as (() => Promise<unknown>)[],
    ready: () => undefined,
  };
  shared.portalProcess = own;
  return own;
}

test("N5 ready with the migrations applied, and not without the newest", async () => {
  expect(await isReady(undefined, later())).toBe(true);
  await db.$executeRaw`UPDATE "_prisma_migrations" SET "finished_at" = NULL`;
  const told = vi.spyOn(log, "warn");
  expect(await isReady(undefined, later())).toBe(false);
  expect(told).toHaveBeenCalledOnce();
});

test("N5 not ready when the database fails or is late", async () => {
  const told = vi.spyOn(log, "warn");
  const fails = async () => {
    throw new Error("connect postgres://user:pass@db failed");
  };
  expect(await isReady(fails, later())).toBe(false);
  vi.useFakeTimers();
  const late = isReady(() => new Promise(() => undefined), later());
  await vi.advanceTimersByTimeAsync(2_000);
  expect(await late).toBe(false);
  expect(told).toHaveBeenLastCalledWith("not ready", { late: true });
  vi.useRealTimers();
});

test("N5 not ready once the portal goes away, without asking the database", async () => {
  const own = running();
  const check = vi.fn(async () => true);
  own.stopping = true;
  expect(await isReady(check, later())).toBe(true);
  own.draining = true;
  expect(await isReady(check, later())).toBe(false);
  expect(check).toHaveBeenCalledOnce();
});

test("N5 questions of one moment ask the database once", async () => {
  const check = vi.fn(async () => true);
  const now = later();
  await Promise.all(Array.from({ length: 20 }, () => isReady(check, now)));
  expect(check).toHaveBeenCalledOnce();
});

test("N5 a sweep runs now and in its time, never twice at once, and outlives a failure", async () => {
  vi.useFakeTimers();
  running();
  const told = vi.spyOn(log, "error");
  let finish = () => {};
  const sweep = vi
    .fn(async () => undefined)
    .mockImplementationOnce(() => Promise.reject(new Error("down")))
    .mockImplementationOnce(
      () =>
        new Promise((resolve) => {
          finish = () => resolve(undefined);
        }),
    );
  keepSweeping("test", 1_000, sweep);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(told).toHaveBeenCalledWith("sweep failed", { sweep: "test", err: expect.any(Error) });
  await vi.advanceTimersByTimeAsync(3_000);
  expect(sweep).toHaveBeenCalledTimes(2);
  finish();
  await vi.advanceTimersByTimeAsync(1_000);
  expect(sweep).toHaveBeenCalledTimes(3);
});

test("N5 a process that stops waits for the sweep under way and begins no other", async () => {
  vi.useFakeTimers();
  const own = running();
  let finish = () => {};
  const sweep = vi.fn(
    () =>
      new Promise<void>((resolve) => {
        finish = resolve;
      }),
  );
  keepSweeping("test", 1_000, sweep);
  own.stopping = true;
  let ended = false;
  const end = Promise.all(own.endings.map((each) => each())).then(() => {
    ended = true;
  });
  await vi.advanceTimersByTimeAsync(5_000);
  expect(ended).toBe(false);
  finish();
  await end;
  expect(sweep).toHaveBeenCalledOnce();
});
