import * as argon2 from "@node-rs/argon2";
import { describe, expect, test, vi } from "vitest";
import { hashPassword, verifyPassword } from "@/lib/server/password";

vi.mock("@node-rs/argon2", { spy: true });
const verifySpy = vi.mocked(argon2.verify);

describe("passwords", () => {
  test("K5 are kept as argon2id hashes with their own salt", async () => {
    const [first, second] = await Promise.all([
      hashPassword("Etax@2026"),
      hashPassword("Etax@2026"),
    ]);
    expect(first).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(first).not.toBe(second);
    expect(await verifyPassword(first, "Etax@2026")).toBe(true);
    expect(await verifyPassword(second, "etax@2026")).toBe(false);
  });

  test("K5 no password fits an account that is not there", async () => {
    for (const plain of ["", "Etax@2026", "x".repeat(64)]) {
      expect(await verifyPassword(null, plain)).toBe(false);
    }
  });

  test("K5 an unknown account costs the work of a known one", async () => {
    const costs = (hash: string | undefined) => hash?.split("$").slice(0, 4).join("$");
    const known = await hashPassword("Etax@2026");
    verifySpy.mockClear();
    await verifyPassword(known, "wrong");
    await verifyPassword(null, "wrong");
    const [forKnown, forUnknown] = verifySpy.mock.calls.map(([hash]) => costs(String(hash)));
    expect(forUnknown).toBe(forKnown);
  });

  test("hashing leaves the event loop free", async () => {
    let ticks = 0;
    const timer = setInterval(() => ticks++, 1);
    await Promise.all(Array.from({ length: 6 }, () => hashPassword("Etax@2026")));
    clearInterval(timer);
    expect(ticks).toBeGreaterThan(1);
  });
});
