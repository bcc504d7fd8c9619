import "@/prisma/testing/empty-database";
import { afterEach, expect, test, vi } from "vitest";
import { outbox } from "@/lib/server/gateways/outbox";

const ASKED = new Request("http://localhost/dev/outbox.json?to=15480000001");

/** What the address answers under this environment; null: there is no such page. */
async function answer(environment: { NODE_ENV: string; OUTBOX: string }) {
  for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value);
  // The environment is read once per process.
  vi.resetModules();
  const { GET } = await import("./route");
  try {
    return (await (await GET(ASKED)).json()) as { to: string; code: string }[];
  } catch (error) {
    if (error instanceof Error && error.message.includes("NEXT_HTTP_ERROR_FALLBACK;404"))
      return null;
    throw error;
  }
}

afterEach(() => vi.unstubAllEnvs());

test("N1 in production the outbox, and with it every code, is shown when asked for with OUTBOX=1 only", async () => {
  const now = Date.now();
  for (const [to, code, at] of [
    ["15480000001", "111111", now - 1_000],
    ["15480000001", "222222", now],
    ["15480000002", "333333", now],
  ] as const) {
    const text = `验证码${code}\n@localhost #${code}`;
    const message = { channel: "SMS" as const, to, purpose: "LOGIN" as const, text };
    await outbox.send(message, new Date(at));
  }
  expect(await answer({ NODE_ENV: "production", OUTBOX: "" })).toBeNull();
  for (const shown of [
    { NODE_ENV: "production", OUTBOX: "1" },
    { NODE_ENV: "development", OUTBOX: "" },
  ]) {
    expect(await answer(shown)).toMatchObject([
      { to: "15480000001", code: "222222" },
      { to: "15480000001", code: "111111" },
    ]);
  }
});
