import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  CHALLENGES,
  FACE_LIMITS,
  type FaceFacts,
  type FrameFacts,
  type Prompt,
} from "@/lib/domain/face-challenge";
import { judge } from "@/lib/domain/face-judgement";

/** Descriptors of two people, 0.9 apart. */
const SELF = [0, 0];
const OTHER = [0.9, 0];

const CALM: FaceFacts = {
  turn: 0.08,
  pitch: -4,
  mouth: 0.03,
  eyeDistance: 70,
  brightness: 120,
  descriptor: SELF,
};
const ACTIONS: Record<Prompt, Partial<FaceFacts>> = {
  TURN_LEFT: { turn: 0.4 },
  TURN_RIGHT: { turn: -0.3 },
  OPEN_MOUTH: { mouth: 0.55 },
};

type Look = Partial<FaceFacts> | "NOBODY" | "TWO";

/** Frames 400 ms apart. */
function frames(looks: readonly Look[], intervalMs = 400): FrameFacts[] {
  return looks.map((look, index) => ({
    at: index * intervalMs,
    faces: look === "NOBODY" ? 0 : look === "TWO" ? 2 : 1,
    brightness: 110,
    face: look === "NOBODY" ? null : { ...CALM, ...(look === "TWO" ? {} : look) },
  }));
}

const rest = (count: number): Look[] => Array.from({ length: count }, () => ({}));
const acted = (steps: readonly Prompt[]): Look[] => [
  ...rest(3),
  ...steps.flatMap((step): Look[] => [ACTIONS[step], ACTIONS[step], {}, {}]),
];

const CHALLENGE: Prompt[] = ["OPEN_MOUTH", "TURN_RIGHT", "TURN_LEFT"];

function reasonOf(
  looks: readonly Look[],
  { challenge = CHALLENGE, reference = SELF, intervalMs = 400 } = {},
): string {
  const judgement = judge({ frames: frames(looks, intervalMs), challenge, reference });
  return judgement.passed ? "PASSED" : judgement.reason;
}

describe("a live capture (活体检测)", () => {
  test.each(CHALLENGES.map((challenge) => [challenge.join(" "), challenge] as const))(
    "R4 passes when %s is followed, and with no other challenge",
    (_, challenge) => {
      const passed = CHALLENGES.filter(
        (asked) => reasonOf(acted(challenge), { challenge: [...asked] }) === "PASSED",
      );
      expect(passed).toEqual([challenge]);
    },
  );

  test("R4 passes with a step done again before the next, and a moment without a face", () => {
    const looks = acted(CHALLENGE);
    looks.splice(6, 0, ACTIONS.OPEN_MOUTH, "NOBODY");
    expect(reasonOf(looks)).toBe("PASSED");
  });

  test.each<[string, Look[], string]>([
    [
      "steps in another order",
      acted(["TURN_RIGHT", "OPEN_MOUTH", "TURN_LEFT"]),
      "PROMPT_NOT_FOLLOWED",
    ],
    ["a step left out", acted(["OPEN_MOUTH", "TURN_RIGHT"]), "PROMPT_NOT_FOLLOWED"],
    [
      "something not asked for between",
      acted(["OPEN_MOUTH", "TURN_LEFT", "TURN_RIGHT", "TURN_LEFT"]),
      "PROMPT_NOT_FOLLOWED",
    ],
    [
      "everything before a calm face is seen",
      [...CHALLENGE.map((step) => ACTIONS[step]), ...rest(5)],
      "PROMPT_NOT_FOLLOWED",
    ],
    ["a face that never moves", rest(20), "STILL_PICTURE"],
    [
      "a print that trembles",
      Array.from({ length: 20 }, (_, i) => ({ turn: i % 2 ? 0.08 : 0.03 })),
      "STILL_PICTURE",
    ],
    [
      "a print tilted by hand",
      Array.from({ length: 20 }, (_, i) => ({ turn: (i % 5) * 0.03 })),
      "PROMPT_NOT_FOLLOWED",
    ],
    ["nobody", Array.from({ length: 10 }, () => "NOBODY" as const), "NO_FACE"],
    [
      "someone else beside",
      acted(CHALLENGE).map((look, i) => (i % 3 === 0 ? "TWO" : look)),
      "TWO_FACES",
    ],
    [
      "the dark",
      acted(CHALLENGE).map((look) => ({ ...(look as object), brightness: 12 })),
      "TOO_DARK",
    ],
    [
      "a face far away",
      acted(CHALLENGE).map((look) => ({ ...(look as object), eyeDistance: 25 })),
      "TOO_SMALL",
    ],
    ["five frames", rest(5), "TOO_FEW_FRAMES"],
    [
      "a face never from the front",
      acted(CHALLENGE).map((look) => ({ ...(look as object), pitch: 30 })),
      "TOO_FEW_FRAMES",
    ],
  ])("R4 refuses %s", (_, looks, reason) => {
    expect(reasonOf(looks)).toBe(reason);
  });

  test("R4 refuses pictures that took longer than the challenge", () => {
    const looks = [...rest(100), ...acted(CHALLENGE)];
    expect(reasonOf(looks)).toBe("TIMED_OUT");
  });

  test("R4 refuses prompts followed faster than anyone can", () => {
    expect(reasonOf(acted(CHALLENGE), { intervalMs: 50 })).toBe("PROMPT_NOT_FOLLOWED");
  });

  test("R4 refuses frames out of order or with a long gap", () => {
    const good = frames(acted(CHALLENGE));
    const swapped = [good[1], good[0], ...good.slice(2)] as FrameFacts[];
    const late = good.map((frame, i) => (i > 5 ? { ...frame, at: frame.at + 10_000 } : frame));
    for (const given of [swapped, late]) {
      expect(judge({ frames: given, challenge: CHALLENGE, reference: SELF })).toEqual({
        passed: false,
        reason: "TOO_FEW_FRAMES",
      });
    }
  });
});

describe("the person (人脸比对)", () => {
  test("R4 is refused when the reference is of someone else", () => {
    expect(reasonOf(acted(CHALLENGE), { reference: OTHER })).toBe("NOT_SAME_PERSON");
  });

  test("R4 may not change: someone else in any frame that proves something is refused", () => {
    const looks = [...rest(3), ...CHALLENGE.flatMap((step): Look[] => [ACTIONS[step], {}])];
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(looks.length - 1), { minLength: 1 }), (others) => {
        fc.pre(others.length < looks.length);
        const mixed = looks.map((look, index) =>
          others.includes(index) ? { ...(look as object), descriptor: OTHER } : look,
        );
        expect(reasonOf(mixed)).not.toBe("PASSED");
      }),
    );
  });

  test("R4 may not change: the enrolled face at rest, another that moves", () => {
    const looks = acted(CHALLENGE).map((look) =>
      Object.keys(look).length > 0 ? { ...(look as object), descriptor: OTHER } : look,
    );
    expect(reasonOf(looks)).toBe("PERSON_CHANGED");
  });
});

test("R4 nothing passes that does not show each of the three steps", () => {
  const anyLook: fc.Arbitrary<Look> = fc.oneof(
    fc.constant<Look>("NOBODY"),
    fc.record({
      turn: fc.double({ min: -0.6, max: 0.6, noNaN: true }),
      mouth: fc.double({ min: 0, max: 0.7, noNaN: true }),
    }),
  );
  fc.assert(
    fc.property(
      fc.array(anyLook, { maxLength: 60 }),
      fc.constantFrom(...CHALLENGES),
      (looks, challenge) => {
        if (reasonOf(looks, { challenge: [...challenge] }) !== "PASSED") return;
        const faces = looks.flatMap((look) => (typeof look === "string" ? [] : [look]));
        const span = Math.max(...faces.map(({ turn = 0 }) => Math.abs(turn)));
        expect(span).toBeGreaterThan(FACE_LIMITS.turnChange - FACE_LIMITS.frontalTurn);
        expect(faces.some(({ mouth = 0 }) => mouth >= FACE_LIMITS.mouthOpen)).toBe(true);
      },
    ),
  );
});
