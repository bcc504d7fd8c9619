import "server-only";
import { createHash } from "node:crypto";
import type { VerificationPurpose } from "@/generated/sqlite/enums";
import { FACE_LIMITS, type Prompt } from "@/lib/domain/face-challenge";
import { findRegion } from "@/lib/regions/list";
import type { RegionProfile } from "@/lib/regions/types";
import { appendAudit } from "../audit";
import { db, type Tx } from "../db";
import type { Frame } from "../gateways/face";
import { faceGateway } from "../gateways/face-provider";
import { consumeOnce } from "../rate-limit";
import { type FaceSubject, subjectKey, subjectOf } from "./subject";

/** How long frames are remembered by their digests: 30 days. */
const REMEMBERED_MS = 30 * 86_400_000;

/** A check taken for its only submission. */
export type TakenCheck = {
  id: string;
  subject: FaceSubject;
  purpose: VerificationPurpose;
  region: RegionProfile;
  challenge: Prompt[];
  withDocument: boolean;
  startedAt: Date;
};

/** Takes a check for its only submission; null when it is unknown or was used, `expired` when it came too late. */
export async function takeCheck(
  checkId: string,
  now: Date,
): Promise<(TakenCheck & { expired: boolean }) | null> {
  const { count } = await db.faceCheck.updateMany({
    where: { id: checkId, consumedAt: null },
    data: { consumedAt: now },
  });
  if (count === 0) return null;
  const row = await db.faceCheck.findUniqueOrThrow({
    where: { id: checkId },
    select: {
      id: true,
      personId: true,
      flowId: true,
      purpose: true,
      region: true,
      prompts: true,
      withDocument: true,
      startedAt: true,
      expiresAt: true,
    },
  });
  const region = findRegion(row.region);
  const subject = subjectOf(row);
  if (!region || !subject) return null;
  const challenge = row.prompts.split(" ") as Prompt[];
  return { ...row, subject, region, challenge, expired: row.expiresAt <= now };
}

/**
 * Whether frames were sent before for this person (重放): most of them, bit for bit, in the last 30 days. Remembers these.
 * Someone who overhears a submission cannot send it again when the same prompts come up.
 */
export async function framesAreRepeated(
  { subject }: TakenCheck,
  frames: readonly Frame[],
  now: Date,
): Promise<boolean> {
  const digest = ({ jpeg }: Frame) =>
    createHash("sha256")
      .update(`${subjectKey(subject)}:`)
      .update(jpeg)
      .digest("base64url");
  const digests = new Set(frames.map(digest));
  const rememberedUntil = new Date(now.getTime() + REMEMBERED_MS);
  const firstTime = await Promise.all(
    [...digests].map((each) => consumeOnce(`face-frame:${each}`, rememberedUntil)),
  );
  const repeated = firstTime.filter((first) => !first).length;
  return repeated > digests.size * FACE_LIMITS.repeatedShare;
}

/** Writes down how a check ended, in its row and in the audit trail. */
export async function recordOutcome(
  tx: Tx,
  check: TakenCheck,
  outcome: string,
  now: Date,
): Promise<void> {
  await tx.faceCheck.update({ where: { id: check.id }, data: { outcome }, select: { id: true } });
  await appendAudit(tx, {
    at: now,
    action: "FACE_CHECK",
    outcome: outcome === "PASSED" ? "OK" : "REFUSED",
    region: check.region.slug,
    actorKind: "PERSON",
    actorId: check.subject.personId ?? undefined,
    personId: check.subject.personId ?? undefined,
    subjectKind: "FaceCheck",
    subjectId: check.id,
    detail: { purpose: check.purpose, outcome, provider: faceGateway().provider },
  });
}
