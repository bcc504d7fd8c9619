import { type Challenge, solveChallenge } from "altcha-lib";
import { deriveKey } from "altcha-lib/algorithms/pbkdf2";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { createHumanCheck, verifyHumanCheck } from "@/lib/server/human-check";

const used = vi.hoisted(() => new Set<string>());
vi.mock("@/lib/server/rate-limit", () => ({
  consumeOnce: async (key: string) => !used.has(key) && Boolean(used.add(key)),
}));
vi.mock("@/lib/server/secrets", () => ({ secretFor: (purpose: string) => `secret of ${purpose}` }));

const NOW = new Date("2026-11-22T02:00:00.000Z");

function encode(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString("base64");
}

async function solved(made = createHumanCheck(NOW, 1)): Promise<{
  challenge: Challenge;
  solution: { counter: number; derivedKey: string };
}> {
  const challenge = await made;
  const solution = await solveChallenge({ challenge, deriveKey });
  if (!solution) throw new Error("the challenge has no solution");
  return { challenge, solution };
}

describe("L10 human check", () => {
  beforeEach(() => {
    used.clear();
    vi.useFakeTimers({ now: NOW, toFake: ["Date"] });
  });
  afterEach(() => vi.useRealTimers());

  test("L10 accepts the solution of its own challenge", async () => {
    expect(await verifyHumanCheck(encode(await solved(createHumanCheck(NOW))))).toBe(true);
  });

  test("L10 accepts a solution once, and once only when two come together", async () => {
    const payload = encode(await solved());
    const answers = await Promise.all([verifyHumanCheck(payload), verifyHumanCheck(payload)]);
    expect(answers.filter(Boolean)).toHaveLength(1);
    expect(await verifyHumanCheck(payload)).toBe(false);
  });

  test("L10 refuses an expired challenge", async () => {
    const payload = encode(await solved());
    vi.setSystemTime(NOW.getTime() + 10 * 60_000 + 1_000);
    expect(await verifyHumanCheck(payload)).toBe(false);
  });

  test("L10 refuses a challenge whose expiry was pushed back", async () => {
    const { challenge, solution } = await solved();
    const parameters = { ...challenge.parameters, expiresAt: 4_000_000_000 };
    expect(
      await verifyHumanCheck(encode({ challenge: { ...challenge, parameters }, solution })),
    ).toBe(false);
  });

  test("L10 refuses a guess that is not the solution", async () => {
    const { challenge, solution } = await solved();
    const derivedKey = `${solution.derivedKey.slice(0, -2)}00`;
    expect(
      await verifyHumanCheck(encode({ challenge, solution: { ...solution, derivedKey } })),
    ).toBe(false);
  });

  test("L10 refuses a challenge made and solved elsewhere", async () => {
    const { challenge, solution } = await solved();
    expect(
      await verifyHumanCheck(
        encode({ challenge: { ...challenge, signature: "ab".repeat(32) }, solution }),
      ),
    ).toBe(false);
  });

  test.each([
    undefined,
    null,
    7,
    "",
    "not base64 ☃",
    encode(null),
    encode({}),
    encode([]),
    "A".repeat(10_000),
    { a: 1 },
  ])("L10 refuses %j without an error", async (payload) => {
    expect(await verifyHumanCheck(payload)).toBe(false);
  });

  test("L10 tells nobody the answer", async () => {
    const { parameters, signature } = await createHumanCheck(NOW);
    expect(Object.keys(parameters).sort()).toEqual([
      "algorithm",
      "cost",
      "expiresAt",
      "keyLength",
      "keyPrefix",
      "keySignature",
      "nonce",
      "salt",
    ]);
    expect(signature).toMatch(/^[0-9a-f]{64}$/);
  });
});
