import "@/prisma/testing/empty-database";
import { randomBytes } from "node:crypto";
import { describe, expect, test, vi } from "vitest";
import { db } from "@/lib/server/db";
import { type Frame, submitFrames } from "@/lib/server/face/check";
import type { FaceVerdict } from "@/lib/server/gateways/face";
import {
  begin,
  check,
  codeOf,
  failuresOf,
  later,
  leftOf,
  NOW,
  newPerson,
  some,
} from "@/prisma/testing/face-checks";
import { answering } from "@/prisma/testing/face-provider";

vi.setConfig({ testTimeout: 120_000 });
vi.mock("@/lib/server/gateways/face-provider", () => import("@/prisma/testing/face-provider"));

describe("a face check", () => {
  test("B6 is decided once: frames sent again, or twice at once, are refused", async () => {
    answering({ kind: "PASSED" });
    const begun = await begin(await newPerson());
    const id = begun.ok ? begun.value.id : "";
    const results = await Promise.all(
      Array.from({ length: 4 }, () => submitFrames(id, some(), { now: later(5_000) })),
    );
    expect(results.map(codeOf).sort()).toEqual([
      "FACE_CHECK_ENDED",
      "FACE_CHECK_ENDED",
      "FACE_CHECK_ENDED",
      "PASSED",
    ]);
    expect(codeOf(await submitFrames("unknown", some(), { now: NOW }))).toBe("FACE_CHECK_ENDED");
  });

  test("B6 is not passed by frames of an earlier check, nor by some of them among others", async () => {
    answering({ kind: "PASSED" });
    const personId = await newPerson();
    const frames = Array.from({ length: 9 }, (_, at) => ({ at, jpeg: randomBytes(16) }));
    expect(codeOf(await check(personId, frames))).toBe("PASSED");
    expect(codeOf(await check(personId, frames))).toBe("FACE_REPLAYED");
    expect(codeOf(await check(personId, [...frames, ...some()]))).toBe("FACE_REPLAYED");
    expect(await failuresOf(personId)).toBe(2);
    expect(codeOf(await check(await newPerson(), frames))).toBe("PASSED");
  });

  test("R4 is timed out after the challenge and the time to send it", async () => {
    answering({ kind: "PASSED" });
    const personId = await newPerson();
    expect(codeOf(await check(personId, some(), { now: later(59_999) }))).toBe("PASSED");
    expect(codeOf(await check(personId, some(), { now: later(60_000) }))).toBe("FACE_TIMED_OUT");
    expect(await failuresOf(personId)).toBe(0);
  });

  test.each<[string, Frame[]]>([
    ["none", []],
    [
      "more than the engine looks at",
      Array.from({ length: 61 }, (_, i) => ({ at: i, jpeg: Buffer.alloc(0) })),
    ],
    ["from later than now", [{ at: 31_000, jpeg: Buffer.alloc(0) }]],
    ["from before it began", [{ at: -1, jpeg: Buffer.alloc(0) }]],
    ["from no time", [{ at: Number.NaN, jpeg: Buffer.alloc(0) }]],
  ])("R4 refuses frames that cannot be of this check: %s", async (_, frames) => {
    answering({ kind: "PASSED" });
    expect(codeOf(await check(await newPerson(), frames))).toBe("FACE_FRAMES_INVALID");
  });

  test("R4 a busy provider is no failure of the person", async () => {
    answering({ kind: "UNAVAILABLE", cause: "TIMEOUT" });
    const personId = await newPerson();
    expect(codeOf(await check(personId, some()))).toBe("FACE_SERVICE_BUSY");
    expect(await failuresOf(personId)).toBe(0);
  });

  test("R4 without a photograph leads to the hall, before and after the film", async () => {
    answering({ kind: "PASSED" }, false);
    const personId = await newPerson();
    expect(codeOf(await begin(personId))).toBe("FACE_NO_REFERENCE");
    answering({ kind: "NO_REFERENCE" });
    expect(codeOf(await check(personId, some()))).toBe("FACE_NO_REFERENCE");
    expect(await failuresOf(personId)).toBe(0);
  });

  test("K1 five faces that are someone else's lock the face until midnight; a pass before forgets them", async () => {
    const personId = await newPerson();
    const refused: FaceVerdict = { kind: "REFUSED", reason: "NOT_SAME_PERSON" };
    answering(refused);
    for (const left of [4, 3]) expect(leftOf(await check(personId, some()))).toBe(left);
    answering({ kind: "PASSED" });
    expect(codeOf(await check(personId, some()))).toBe("PASSED");
    answering(refused);
    for (const left of [4, 3, 2, 1]) expect(leftOf(await check(personId, some()))).toBe(left);
    expect(codeOf(await check(personId, some()))).toBe("ACCOUNT_LOCKED");
    answering({ kind: "PASSED" });
    expect(codeOf(await begin(personId))).toBe("ACCOUNT_LOCKED");
    expect(codeOf(await begin(personId, { now: new Date("2026-03-02T16:00:00Z") }))).toBe("PASSED");
  });

  test("K1 a check begun before the lock cannot be used after it", async () => {
    answering({ kind: "REFUSED", reason: "NOT_SAME_PERSON" });
    const personId = await newPerson();
    const begun = await Promise.all(Array.from({ length: 8 }, () => begin(personId)));
    const results = await Promise.all(
      begun.map((each) =>
        submitFrames(each.ok ? each.value.id : "", some(), { now: later(9_000) }),
      ),
    );
    const compared = await db.faceCheck.count({ where: { personId, outcome: "NOT_SAME_PERSON" } });
    expect(compared).toBe(5);
    expect(results.filter(({ ok }) => ok)).toEqual([]);
    expect(await failuresOf(personId)).toBe(5);
  });

  test.each([
    ["xizang", "LOGIN", "ACCOUNT_LOCKED"],
    ["xizang", "FORGOT_PASSWORD", "PASSED"],
    ["shandong", "LOGIN", "PASSED"],
    ["shandong", "UNLOCK", "PASSED"],
  ] as const)("K1 a locked password at %s: face for %s → %s", async (region, purpose, code) => {
    answering({ kind: "PASSED" });
    const personId = await newPerson();
    const account = await db.account.findUniqueOrThrow({
      where: { personId },
      select: { id: true },
    });
    await db.authenticationCounter.create({
      data: { accountId: account.id, method: "PASSWORD", day: "2026-03-02", failures: 5 },
    });
    expect(codeOf(await begin(personId, { region, purpose }))).toBe(code);
  });

  test("N1 begins ten times in ten minutes at most", async () => {
    answering({ kind: "PASSED" });
    const personId = await newPerson();
    const codes = [];
    for (let each = 0; each < 11; each++) codes.push(codeOf(await begin(personId)));
    expect(codes).toEqual([...Array.from({ length: 10 }, () => "PASSED"), "RATE_LIMITED"]);
    expect(codeOf(await begin(personId, { now: later(600_000) }))).toBe("PASSED");
  });

  test("R4 a document stands in only where nothing is enrolled, for the purposes that begin so, and as agreed", async () => {
    answering({ kind: "PASSED" }, false);
    const personId = await newPerson();
    const document = { documentPhoto: Buffer.alloc(1) };
    expect(codeOf(await begin(personId, { withDocument: "WHERE_UNKNOWN" }))).toBe(
      "FACE_NO_REFERENCE",
    );
    const collecting = { purpose: "REAL_NAME", withDocument: "WHERE_UNKNOWN" } as const;
    expect(codeOf(await check(personId, some(), { begun: collecting, ...document }))).toBe(
      "PASSED",
    );
    expect(codeOf(await check(personId, some(), { begun: collecting }))).toBe(
      "FACE_FRAMES_INVALID",
    );
    answering({ kind: "PASSED" });
    const known = await begin(personId, collecting);
    expect(known.ok && known.value.withDocument).toBe(false);
    expect(codeOf(await check(personId, some(), { begun: collecting, ...document }))).toBe(
      "FACE_FRAMES_INVALID",
    );
    const enrolling = { purpose: "REAL_NAME", withDocument: "ALWAYS" } as const;
    expect(codeOf(await check(personId, some(), { begun: enrolling, ...document }))).toBe("PASSED");
  });

  test("challenges are by chance when nothing else is said", async () => {
    answering({ kind: "PASSED" });
    const seen = new Set<string>();
    for (let each = 0; each < 40; each++) {
      const begun = await begin(await newPerson({ account: false }), { random: undefined });
      if (begun.ok) seen.add(begun.value.challenge.join());
    }
    expect(seen.size).toBeGreaterThan(4);
  });
});
