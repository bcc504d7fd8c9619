import {
  type Challenge,
  descriptorDistance,
  FACE_LIMITS,
  type FaceFacts,
  type FaceLimits,
  type FaceRefusal,
  type FrameFacts,
  median,
  type Prompt,
  quantile,
} from "@/lib/domain/face-challenge";

export type Judgement = { passed: true } | { passed: false; reason: FaceRefusal };

/** A frame with exactly one face. */
type Seen = FaceFacts & { at: number };
/** The face at rest, from which changes are measured. */
type Rest = { turn: number; mouth: number };

/** Whether a face looks into the camera (正面). */
export function isFrontal(face: FaceFacts, limits: FaceLimits = FACE_LIMITS): boolean {
  return Math.abs(face.turn) <= limits.frontalTurn && Math.abs(face.pitch) <= limits.frontalPitch;
}

/**
 * Whether the frames show one living person who follows the prompts in their order and is the one of the reference
 * (活体检测与人脸比对). The first reason that applies is given: pictures before movements before the person.
 */
export function judge(
  evidence: {
    frames: readonly FrameFacts[];
    challenge: Challenge;
    /** Descriptor of the enrolled photograph. */
    reference: readonly number[];
  },
  limits: FaceLimits = FACE_LIMITS,
): Judgement {
  const { frames, challenge, reference } = evidence;
  const poor = timingProblem(frames, limits) ?? pictureProblem(frames, limits);
  if (poor) return refused(poor);
  const seen = frames.flatMap(({ at, faces, face }) =>
    face && faces === 1 ? [{ ...face, at }] : [],
  );
  const frontal = seen.filter((face) => isFrontal(face, limits));
  if (frontal.length < limits.minFrontalFrames) return refused("TOO_FEW_FRAMES");
  const steps = followedSteps(seen, challenge, limits);
  if (!steps) return refused(isStill(seen, limits) ? "STILL_PICTURE" : "PROMPT_NOT_FOLLOWED");
  if (personChanged(frontal, steps, limits)) return refused("PERSON_CHANGED");
  const distances = frontal.map(({ descriptor }) => descriptorDistance(descriptor, reference));
  return median(distances) <= limits.samePerson ? { passed: true } : refused("NOT_SAME_PERSON");
}

function refused(reason: FaceRefusal): Judgement {
  return { passed: false, reason };
}

/** Too few frames, frames out of order or with gaps, or an end after the time allowed. */
function timingProblem(frames: readonly FrameFacts[], limits: FaceLimits): FaceRefusal | null {
  const last = frames.at(-1);
  if (!last || frames.length < limits.minFrames) return "TOO_FEW_FRAMES";
  if (frames.some(({ at }) => at < 0 || at > limits.challengeMs)) return "TIMED_OUT";
  const gaps = frames.slice(1).map(({ at }, index) => at - (frames[index]?.at ?? 0));
  return gaps.every((gap) => gap > 0 && gap <= limits.maxGapMs) ? null : "TOO_FEW_FRAMES";
}

/** What is wrong with the pictures as pictures. */
function pictureProblem(frames: readonly FrameFacts[], limits: FaceLimits): FaceRefusal | null {
  const allowed = frames.length * limits.unusableShare;
  if (frames.filter(({ faces }) => faces > 1).length > allowed) return "TWO_FACES";
  const brightness = median(frames.map((frame) => frame.face?.brightness ?? frame.brightness));
  if (brightness < limits.minBrightness) return "TOO_DARK";
  if (frames.filter(({ faces }) => faces !== 1).length > allowed) return "NO_FACE";
  const sizes = frames.flatMap(({ face }) => (face ? [face.eyeDistance] : []));
  return median(sizes) < limits.minEyeDistance ? "TOO_SMALL" : null;
}

/** What a face does against its rest; a turned mouth is not measured, it seems narrower than it is. */
function actionOf(face: FaceFacts, rest: Rest, limits: FaceLimits): Prompt | null {
  const turned = face.turn - rest.turn;
  if (turned >= limits.turnChange) return "TURN_LEFT";
  if (turned <= -limits.turnChange) return "TURN_RIGHT";
  const open = face.mouth >= limits.mouthOpen && face.mouth - rest.mouth >= limits.mouthChange;
  return open && isFrontal(face, limits) ? "OPEN_MOUTH" : null;
}

/**
 * The frames that show the prompts followed, one for each, or null. The person begins at rest before the camera and does
 * nothing but what is asked; going on with the step before is no mistake.
 */
function followedSteps(
  seen: readonly Seen[],
  challenge: Challenge,
  limits: FaceLimits,
): Seen[] | null {
  const start = seen.findIndex((face) => isFrontal(face, limits) && face.mouth < limits.mouthOpen);
  if (start < 0) return null;
  const calm = seen.filter((face) => isFrontal(face, limits) && face.mouth < limits.mouthOpen);
  const rest = {
    turn: median(calm.map(({ turn }) => turn)),
    mouth: median(calm.map(({ mouth }) => mouth)),
  };
  const steps: Seen[] = [];
  let lastAt = seen[start]?.at ?? 0;
  for (const face of seen.slice(start)) {
    const action = actionOf(face, rest, limits);
    if (action === null || action === challenge[steps.length - 1]) continue;
    if (steps.length === challenge.length) break;
    if (action !== challenge[steps.length] || face.at - lastAt < limits.minStepMs) return null;
    steps.push(face);
    lastAt = face.at;
  }
  return steps.length === challenge.length ? steps : null;
}

/** Whether nothing moves that a living person asked to move would move (静态照片). */
function isStill(seen: readonly Seen[], limits: FaceLimits): boolean {
  const range = (values: number[]) => Math.max(...values) - Math.min(...values);
  return (
    range(seen.map(({ turn }) => turn)) < limits.stillTurn &&
    range(seen.map(({ mouth }) => mouth)) < limits.stillMouth
  );
}

/** Share of the frontal frames a face has to resemble: of any mixture of two people, one falls short of it. */
const RESEMBLED_SHARE = 0.75;

/** Whether another person stands in for some of the frames (中途换人). */
function personChanged(frontal: readonly Seen[], steps: readonly Seen[], limits: FaceLimits) {
  return [...frontal, ...steps].some((face) => {
    const distances = frontal.map((other) => descriptorDistance(face.descriptor, other.descriptor));
    return quantile(distances, RESEMBLED_SHARE) > limits.samePerson;
  });
}
