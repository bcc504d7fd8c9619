import fc from "fast-check";
import { beforeEach, describe, expect, test, vi } from "vitest";

const KEY_1 = `k1.${Buffer.alloc(32, 1).toString("base64url")}`;
const KEY_2 = `k2.${Buffer.alloc(32, 2).toString("base64url")}`;
const FIELD = "Person.documentNumber";

/** The module with other keys, as a process started with them has it. */
async function withKeys(current: string, old = "", blind = Buffer.alloc(32, 9)) {
  vi.resetModules();
  vi.stubEnv("DATA_KEY", current);
  vi.stubEnv("DATA_KEYS_OLD", old);
  vi.stubEnv("BLIND_INDEX_KEY", blind.toString("base64url"));
  return await import("@/lib/server/protect");
}

let { protect, reveal, blindIndex } = await withKeys(KEY_1);
beforeEach(async () => {
  ({ protect, reveal, blindIndex } = await withKeys(KEY_1));
});

describe("protect", () => {
  test("gives back any text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (plain) => {
        expect(reveal(FIELD, protect(FIELD, plain))).toBe(plain);
      }),
    );
  });

  test("never makes the same cipher text twice and holds nothing of the plain one", () => {
    const first = protect(FIELD, "370100197801050130");
    expect(first).toMatch(/^k1\.[A-Za-z0-9_-]+$/);
    expect(first).not.toBe(protect(FIELD, "370100197801050130"));
    expect(Buffer.from(first.slice(3), "base64url").toString("latin1")).not.toContain("370100");
  });

  test("refuses a value altered anywhere", () => {
    const packed = Buffer.from(protect(FIELD, "370100197801050130").slice(3), "base64url");
    for (let at = 0; at < packed.length; at++) {
      const altered = Buffer.from(packed);
      altered[at] = (altered[at] ?? 0) ^ 1;
      expect(() => reveal(FIELD, `k1.${altered.toString("base64url")}`)).toThrow();
    }
    for (let length = 0; length < packed.length; length++) {
      expect(() =>
        reveal(FIELD, `k1.${packed.subarray(0, length).toString("base64url")}`),
      ).toThrow();
    }
  });

  test("refuses a value of another field", () => {
    expect(() => reveal("Phone.number", protect(FIELD, "15403700001"))).toThrow();
  });

  test("refuses text that was never protected", () => {
    for (const text of ["", ".", "370100197801050130", "k9.AAAA", "k1."]) {
      expect(() => reveal(FIELD, text)).toThrow();
    }
  });

  test("a replaced key still reads and no longer writes", async () => {
    const old = protect(FIELD, "370100197801050130");
    const rotated = await withKeys(KEY_2, KEY_1);
    expect(rotated.reveal(FIELD, old)).toBe("370100197801050130");
    expect(rotated.protect(FIELD, "x")).toMatch(/^k2\./);
    const forgotten = await withKeys(KEY_2);
    expect(() => forgotten.reveal(FIELD, old)).toThrow("No key");
  });

  test("a malformed old key is told without its value", async () => {
    const broken = await withKeys(KEY_1, "k2.secret");
    expect(() => broken.protect(FIELD, "x")).toThrow(/^DATA_KEYS_OLD: expected/);
  });
});

describe("blindIndex", () => {
  test("is the same for the same value and key only", async () => {
    const index = blindIndex("phone", "15403700001");
    expect(index).toMatch(/^[A-Za-z0-9_-]{43}$/);
    expect(blindIndex("phone", "15403700001")).toBe(index);
    expect(blindIndex("phone", "15403700002")).not.toBe(index);
    expect(blindIndex("documentNumber", "15403700001")).not.toBe(index);
    const rotatedData = await withKeys(KEY_2);
    expect(rotatedData.blindIndex("phone", "15403700001")).toBe(index);
    const otherKey = await withKeys(KEY_1, "", Buffer.alloc(32, 8));
    expect(otherKey.blindIndex("phone", "15403700001")).not.toBe(index);
  });
});
