import "server-only";
import { randomInt } from "node:crypto";
import type { VerificationPurpose } from "@/generated/sqlite/enums";
import { dayOf } from "@/lib/domain/china-time";
import { FACE_LIMITS, newChallenge, type Prompt } from "@/lib/domain/face-challenge";
import { failure, type Result, success } from "@/lib/domain/result";
import { findRegion } from "@/lib/regions/list";
import type { RegionProfile } from "@/lib/regions/types";
import { clearFailures, lockOf, refusedAttempt, takeAttempt } from "../accounts/lockout";
import { db, transaction } from "../db";
import type { Frame as CameraFrame, FaceVerdict } from "../gateways/face";
import { faceGateway } from "../gateways/face-provider";
import { takeFromWindow } from "../rate-limit";
import { framesAreRepeated, recordOutcome, type TakenCheck, takeCheck } from "./check-store";
import { type FailedCheck, failedCheck } from "./outcome";
import { type FaceSubject, subjectKey } from "./subject";

/** Time to send the frames after the last prompt. */
const SENDING_MS = 20_000;
/** Checks one person may begin in ten minutes, whoever asks and however they end. */
const CHECKS_PER_WINDOW = 10;
const WINDOW_SECONDS = 600;

/** One frame of a live capture (采集帧). */
export type Frame = CameraFrame;

/** Purposes for which a document may stand in: they begin with people who have nothing enrolled. */
const WITH_DOCUMENT: ReadonlySet<VerificationPurpose> = new Set(["REGISTER", "REAL_NAME"]);
/** Ways out of a lock (忘记密码, 忘记旧密码, 扫脸解锁): only failures of the face itself block it. */
const WAY_OUT_OF_LOCK: ReadonlySet<VerificationPurpose> = new Set([
  "FORGOT_PASSWORD",
  "CHANGE_PASSWORD",
  "UNLOCK",
]);

/** An unpredictable number from 0 up to 1. */
function secureRandom(): number {
  return randomInt(2 ** 32) / 2 ** 32;
}

/** The lock that keeps a person from being verified by face at this bureau now (K1), here or with an outside provider. */
export async function faceLock(
  accountId: string | null,
  purpose: VerificationPurpose,
  region: RegionProfile,
  now: Date,
) {
  if (!accountId) return null;
  const scope = WAY_OUT_OF_LOCK.has(purpose) ? "LEVEL_AND_BELOW" : region.lockScope;
  return lockOf(accountId, "FACE", { ...region, lockScope: scope }, now);
}

/** Whose failures are counted; nobody's while the person has no account. */
async function accountOf({ personId }: FaceSubject): Promise<string | null> {
  if (!personId) return null;
  const account = await db.account.findUnique({ where: { personId }, select: { id: true } });
  return account?.id ?? null;
}

/** What the phone is told of a check it has begun. */
export type BegunFaceCheck = {
  id: string;
  challenge: Prompt[];
  /** Whether the portrait side of the document has to be sent with the frames. */
  withDocument: boolean;
  /** From the first prompt to the last frame. */
  challengeMs: number;
  maxFrames: number;
};

/**
 * Begins a face check (扫脸验证) of a person, or of somebody who registers: three prompts by chance, single use, 40 seconds. Whoever calls has made sure that
 * the person agreed to it and that this phone may be asked (a scanned ticket, a session).
 * Problems: `ACCOUNT_LOCKED`, `RATE_LIMITED`, `FACE_NO_REFERENCE` (山东 17: to the hall), `REGION_UNKNOWN`.
 */
export async function beginFaceCheck(request: {
  subject: FaceSubject;
  purpose: VerificationPurpose;
  region: string;
  /** The portrait side of the document comes along (辽宁 四): where nothing is known of the face, or always, to be enrolled. */
  withDocument?: "WHERE_UNKNOWN" | "ALWAYS";
  now: Date;
  random?: () => number;
}): Promise<Result<BegunFaceCheck>> {
  const { subject, purpose, now, random = secureRandom } = request;
  const region = findRegion(request.region);
  if (!region) return failure("REGION_UNKNOWN");
  const lock = await faceLock(await accountOf(subject), purpose, region, now);
  if (lock) return lock;
  const known = await faceGateway().knows(subject);
  const withDocument =
    WITH_DOCUMENT.has(purpose) &&
    (request.withDocument === "ALWAYS" || (request.withDocument === "WHERE_UNKNOWN" && !known));
  if (!known && !withDocument) return failure("FACE_NO_REFERENCE");
  const window = await takeFromWindow(`face:${subjectKey(subject)}`, {
    limit: CHECKS_PER_WINDOW,
    windowSeconds: WINDOW_SECONDS,
    now,
  });
  if (!window.allowed) {
    return failure("RATE_LIMITED", { params: { retryAt: window.retryAt.toISOString() } });
  }
  const challenge = newChallenge(random);
  const { challengeMs, maxFrames } = FACE_LIMITS;
  const { id } = await db.faceCheck.create({
    data: {
      ...subject,
      purpose,
      region: region.slug,
      prompts: challenge.join(" "),
      withDocument,
      startedAt: now,
      expiresAt: new Date(now.getTime() + challengeMs + SENDING_MS),
    },
    select: { id: true },
  });
  return success({ id, challenge, withDocument, challengeMs, maxFrames });
}

/**
 * Whether a face can be compared with anything (已有人脸实名信息): one enrolled here, or whatever an identity authority holds, which
 * is known only when it is asked.
 */
export async function faceIsKnown(subject: FaceSubject): Promise<boolean> {
  return faceGateway().knows(subject);
}

/** Whether the frames can be what was captured since the check began; what they show is not looked at. */
function framesArePlausible(frames: readonly Frame[], check: TakenCheck, now: Date) {
  const elapsedMs = now.getTime() - check.startedAt.getTime();
  return (
    frames.length > 0 &&
    frames.length <= FACE_LIMITS.maxFrames &&
    frames.every(({ at }) => Number.isFinite(at) && at >= 0 && at <= elapsedMs)
  );
}

/**
 * Decides a face check by the frames a phone sends (人脸核验). The server decides: nothing the phone concludes is asked for.
 * A failure that says something against the person counts as one of the face (K1); poor pictures, a busy provider or a
 * missing photograph do not.
 * Problems: `FACE_CHECK_ENDED`, `FACE_FRAMES_INVALID`, `ACCOUNT_LOCKED`, `FACE_NO_REFERENCE`, `FACE_SERVICE_BUSY`, and
 * `FACE_` with each reason of a refusal; counted ones carry `left`, the attempts left today, when there is an account.
 */
export async function submitFrames(
  checkId: string,
  frames: readonly Frame[],
  {
    now,
    documentPhoto,
  }: {
    now: Date;
    /** Portrait side of the document, JPEG or PNG: with a check begun `withDocument`, and only then. */
    documentPhoto?: Uint8Array;
  },
): Promise<Result<FaceSubject>> {
  const check = await takeCheck(checkId, now);
  if (!check) return failure("FACE_CHECK_ENDED");
  if (check.expired) {
    return notDecided(check, failedCheck({ kind: "REFUSED", reason: "TIMED_OUT" }), now);
  }
  const asAgreed = check.withDocument === (documentPhoto !== undefined);
  if (!asAgreed || !framesArePlausible(frames, check, now)) {
    return notDecided(check, failedCheck({ kind: "BAD_PICTURES" }), now);
  }
  const { subject, purpose, region, challenge } = check;
  const accountId = await accountOf(subject);
  const lock = await faceLock(accountId, purpose, region, now);
  if (lock) return lock;
  if (accountId && !(await takeAttempt(accountId, "FACE", now))) {
    return (await faceLock(accountId, purpose, region, now)) ?? failure("TRY_AGAIN");
  }
  const verdict: FaceVerdict = (await framesAreRepeated(check, frames, now))
    ? { kind: "REFUSED", reason: "REPLAYED" }
    : await faceGateway().compare({ subject, challenge, frames, documentPhoto });
  if (verdict.kind === "PASSED") {
    await transaction(async (tx) => {
      if (accountId) await clearFailures(tx, accountId, "FACE");
      await recordOutcome(tx, check, "PASSED", now);
    });
    return success(subject);
  }
  const failed = failedCheck(verdict);
  if (!failed.counts) {
    if (accountId) await giveAttemptBack(accountId, now);
    return notDecided(check, failed, now);
  }
  await transaction((tx) => recordOutcome(tx, check, failed.outcome, now));
  if (!accountId) return failure(failed.code);
  const refused = await refusedAttempt(accountId, "FACE", failed.code, { field: "", region, now });
  // A face has no field of a form.
  return { ...refused, problems: refused.problems.map(({ field: _, ...problem }) => problem) };
}

/** A failure that counts for nothing, recorded and told. */
async function notDecided(check: TakenCheck, failed: FailedCheck, now: Date) {
  await transaction((tx) => recordOutcome(tx, check, failed.outcome, now));
  return failure(failed.code);
}

/** The attempt taken before the comparison was no attempt: the provider could not decide. */
async function giveAttemptBack(accountId: string, now: Date): Promise<void> {
  await db.authenticationCounter.updateMany({
    where: { accountId, method: "FACE", day: dayOf(now), failures: { gt: 0 } },
    data: { failures: { decrement: 1 } },
  });
}
