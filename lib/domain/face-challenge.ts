/** 活体检测: what a person is asked to do before the camera, and whether the frames show that it was done by them. */

/** 动作提示: turn the head to one's own left or right, open the mouth. Blinks are missed at the rate of the frames. */
export type Prompt = "TURN_LEFT" | "TURN_RIGHT" | "OPEN_MOUTH";

/** Steps of a challenge, in the order they are to be done. */
export type Challenge = readonly Prompt[];

/** What can be seen of the largest face of a picture. */
export type FaceFacts = {
  /** 0 straight ahead, positive to the person's own left, about ±0.5 at most. */
  turn: number;
  /** Degrees up or down. */
  pitch: number;
  /** Inner height of the mouth by its inner width; 0 closed. */
  mouth: number;
  /** Pixels between the middles of the eyes (两眼间距). */
  eyeDistance: number;
  /** Mean brightness of the face, 0–255. */
  brightness: number;
  /** 人脸特征: 128 numbers; near each other for the same person. */
  descriptor: readonly number[];
};

/** What can be seen on one picture; `faces` counts to two. */
export type PictureFacts = { faces: number; brightness: number; face: FaceFacts | null };

/** A picture of the camera, `at` milliseconds after the first prompt was shown. */
export type FrameFacts = PictureFacts & { at: number };

/** Why a face check failed (人脸核验未通过的原因). */
export type FaceRefusal =
  | "NO_FACE"
  | "TWO_FACES"
  | "TOO_DARK"
  | "TOO_SMALL"
  | "PROMPT_NOT_FOLLOWED"
  | "STILL_PICTURE"
  | "PERSON_CHANGED"
  | "NOT_SAME_PERSON"
  | "TOO_FEW_FRAMES"
  | "TIMED_OUT"
  | "REPLAYED";

/** Where the lines are drawn; how they were found is told in docs/face.md. */
export const FACE_LIMITS = {
  /** From the first prompt to the last frame. */
  challengeMs: 40_000,
  minFrames: 6,
  maxFrames: 60,
  /** A longer gap between two frames leaves room for something else before the camera. */
  maxGapMs: 4_000,
  /** Nobody follows two prompts within less. */
  minStepMs: 250,
  /** Share of frames that may be without exactly one face: someone passes behind, a blur. */
  unusableShare: 0.2,
  /** Mean brightness below which a face is too dark to be judged. */
  minBrightness: 40,
  minEyeDistance: 40,
  minFrontalFrames: 3,
  /** Share of frames that may be, bit for bit, of an earlier check: a camera never gives the same picture twice. */
  repeatedShare: 0.5,
  /** |turn| and |pitch| of a face that looks into the camera. */
  frontalTurn: 0.15,
  frontalPitch: 20,
  /** Change of turn against the frontal frames. */
  turnChange: 0.28,
  mouthOpen: 0.3,
  mouthChange: 0.15,
  /** Turn and mouth of a picture held before the camera change by less than these. */
  stillTurn: 0.12,
  stillMouth: 0.1,
  /** Greatest distance between descriptors of the same person. */
  samePerson: 0.5,
} as const;

export type FaceLimits = { [Name in keyof typeof FACE_LIMITS]: number };

const PROMPTS: readonly Prompt[] = ["TURN_LEFT", "TURN_RIGHT", "OPEN_MOUTH"];
const STEPS = 3;

/** All challenges: three steps, none twice in a row, the mouth always among them (a tilted photograph can seem to turn). */
export const CHALLENGES: readonly Challenge[] = PROMPTS.flatMap((first) =>
  PROMPTS.flatMap((second) => PROMPTS.map((third) => [first, second, third])),
).filter(
  (steps) =>
    steps.length === STEPS &&
    steps.includes("OPEN_MOUTH") &&
    steps.every((step, position) => step !== steps[position - 1]),
);

/** A challenge by chance. `random` gives numbers from 0 up to but not 1, like Math.random, but unpredictable. */
export function newChallenge(random: () => number): Prompt[] {
  const chosen = CHALLENGES[Math.floor(random() * CHALLENGES.length)];
  if (!chosen) throw new RangeError("random() has to be at least 0 and below 1");
  return [...chosen];
}

/** Refusals that say something against the person and count as failed attempts (K1); the others are about the pictures. */
const AGAINST_THE_PERSON: ReadonlySet<FaceRefusal> = new Set([
  "NOT_SAME_PERSON",
  "PERSON_CHANGED",
  "STILL_PICTURE",
  "PROMPT_NOT_FOLLOWED",
  "REPLAYED",
]);

/** Whether a refusal counts as a failure of the method face (K1). */
export function countsAsFailure(reason: FaceRefusal): boolean {
  return AGAINST_THE_PERSON.has(reason);
}

/** Euclidean distance of two descriptors: 0 the same picture, ≤ 0.5 taken as the same person. */
export function descriptorDistance(a: readonly number[], b: readonly number[]): number {
  if (a.length !== b.length) throw new RangeError("descriptors differ in length");
  return Math.sqrt(a.reduce((sum, value, index) => sum + (value - (b[index] ?? 0)) ** 2, 0));
}

/** The middle value; of an even count the upper one. */
export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** The value below which about `share` of the values lie. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const value = sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
  if (value === undefined) throw new RangeError("no values");
  return value;
}
