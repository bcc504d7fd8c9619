import "server-only";
import sharp from "sharp";
import type { CollectionChannel } from "@/generated/sqlite/enums";
import type { PictureFacts } from "@/lib/domain/face-challenge";
import { isFrontal } from "@/lib/domain/face-judgement";
import { failure, type Result, success } from "@/lib/domain/result";
import { REGISTER_FLOW_MINUTES } from "@/lib/flows/register";
import { forgetProofs, standsOnSecondFactor } from "../accounts/second-factor-proof";
import { appendAudit } from "../audit";
import { db, isUniqueViolation, type Tx, transaction } from "../db";
import { carryNotice } from "../notices/carry";
import { notify } from "../notices/notify";
import { protect, reveal } from "../protect";
import type { CurrentSession } from "../session-store";
import { faceEngine } from "./engine";
import type { FaceSubject } from "./subject";

/** A smaller face of a photograph does not tell people apart. */
const MIN_EYE_DISTANCE = 50;
const KEPT_SIDE = 800;
const KEPT_QUALITY = 88;

/** Who enrols or deletes: the person, an officer at the counter, or a command of whoever runs the portal. */
export type FaceActor =
  | { kind: "PERSON" | "OFFICER"; id: string; region: string }
  /** Somebody who registers and is no person here yet. */
  | { kind: "PERSON"; id?: undefined; region: string }
  | { kind: "SYSTEM" };

/** A person's faces include one that came from their registration. */
function whose({ personId, flowId }: FaceSubject) {
  return personId ? { personId } : { personId: null, flowId };
}

/** Whether a face is enrolled (已采集人脸信息). */
export async function hasReference(subject: FaceSubject): Promise<boolean> {
  return (await db.faceReference.count({ where: { ...whose(subject), deletedAt: null } })) > 0;
}

/** The descriptor of the enrolled face; null when there is none. It stays on the server. */
export async function referenceDescriptor(subject: FaceSubject): Promise<number[] | null> {
  const row = await db.faceReference.findFirst({
    where: { ...whose(subject), deletedAt: null },
    select: { templateCipher: true },
  });
  if (!row) return null;
  const bytes = Buffer.from(reveal("FaceReference.template", row.templateCipher), "base64");
  return Array.from({ length: bytes.length / 4 }, (_, index) => bytes.readFloatLE(index * 4));
}

function packDescriptor(descriptor: readonly number[]): string {
  const bytes = Buffer.alloc(descriptor.length * 4);
  for (const [index, value] of descriptor.entries()) bytes.writeFloatLE(value, index * 4);
  return bytes.toString("base64");
}

function photographProblem({ faces, face }: PictureFacts): string | null {
  if (!face) return "FACE_PHOTO_NO_FACE";
  if (faces > 1) return "FACE_PHOTO_TWO_FACES";
  if (face.eyeDistance < MIN_EYE_DISTANCE) return "FACE_PHOTO_TOO_SMALL";
  return isFrontal(face) ? null : "FACE_PHOTO_NOT_FRONTAL";
}

/**
 * The descriptor of a photograph that could serve as a reference: JPEG or PNG, one face from the front, at least 50 pixels
 * between the eyes. Problems: `FACE_PHOTO_INVALID`, `_NO_FACE`, `_TWO_FACES`, `_TOO_SMALL`, `_NOT_FRONTAL`, `FACE_SERVICE_BUSY`.
 */
export async function describePhotograph(photo: Uint8Array): Promise<Result<number[]>> {
  const description = await faceEngine().describePhotograph(photo);
  if (description.kind === "UNAVAILABLE") return failure("FACE_SERVICE_BUSY");
  if (description.kind === "NOT_A_PICTURE") return failure("FACE_PHOTO_INVALID");
  const problem = photographProblem(description.facts);
  if (problem) return failure(problem);
  return success([...(description.facts.face?.descriptor ?? [])]);
}

/**
 * Enrols a face (人脸信息采集) from a photograph; the one enrolled before is erased. Of somebody who registers it is held for
 * that registration until `adoptReference`. `consentedAt` is when the person agreed to
 * it separately (个人信息保护法 29: 敏感个人信息须单独同意); without it nothing is looked at: `FACE_CONSENT_REQUIRED`.
 */
export async function enrolFromPhotograph(enrolment: {
  subject: FaceSubject;
  photo: Uint8Array;
  source: CollectionChannel;
  consentedAt: Date | null;
  actor: FaceActor;
  now: Date;
}): Promise<Result<{ referenceId: string }>> {
  const { subject, photo, source, consentedAt, actor, now } = enrolment;
  const prepared = await prepareReference({ photo, consentedAt, now });
  if (!prepared.ok) return prepared;
  try {
    const kept = { subject, source, prepared: prepared.value, actor };
    const { id, notice } = await transaction((tx) => putReference(tx, kept, now));
    if (notice) await tell(notice, actor, now);
    return success({ referenceId: id });
  } catch (error) {
    if (isUniqueViolation(error, "personId")) return failure("TRY_AGAIN");
    throw error;
  }
}

type PreparedReference = { consentedAt: Date; templateCipher: string; photoCipher: string };

/** Looks at a photograph, outside of any transaction: what would be kept of it, or why it cannot serve. */
export async function prepareReference({
  photo,
  consentedAt,
  now,
}: {
  photo: Uint8Array;
  consentedAt: Date | null;
  now: Date;
}): Promise<Result<PreparedReference>> {
  if (!consentedAt || consentedAt > now) return failure("FACE_CONSENT_REQUIRED");
  const descriptor = await describePhotograph(photo);
  if (!descriptor.ok) return descriptor;
  // Written anew: without the place and device a camera notes in its files.
  const kept = await sharp(photo)
    .autoOrient()
    .resize({ width: KEPT_SIDE, height: KEPT_SIDE, fit: "inside", withoutEnlargement: true })
    .jpeg({ quality: KEPT_QUALITY })
    .toBuffer();
  return success({
    consentedAt,
    templateCipher: protect("FaceReference.template", packDescriptor(descriptor.value)),
    photoCipher: protect("FaceReference.photo", kept.toString("base64")),
  });
}

/** Enrols a prepared face in the caller's transaction, in place of the one before; the notice to carry afterwards. */
export async function putReference(
  tx: Tx,
  enrolment: {
    subject: FaceSubject;
    source: CollectionChannel;
    prepared: PreparedReference;
    actor: FaceActor;
  },
  now: Date,
): Promise<{ id: string; notice: string | null }> {
  const { subject, source, prepared, actor } = enrolment;
  const { personId, flowId } = subject;
  if (personId) await erase(tx, personId, now);
  else await forgetUnfinished(tx, flowId ?? "", now);
  const { id } = await tx.faceReference.create({
    data: { ...subject, source, ...prepared, createdAt: now },
    select: { id: true },
  });
  // Who registers is told by the registration itself.
  const notice = personId && (await notify(tx, { personId, kind: "FACE_ENROLLED" }, now));
  await appendAudit(tx, { ...event("ENROL_FACE", personId, actor, now), subjectId: id });
  return { id, notice };
}

/**
 * Deletes a person's enrolled face (删除人脸信息): template and photograph are gone, the fact that there was one stays. The
 * level (实名等级) stays, too; sessions proved by the face ask for it anew (B17).
 */
export async function deleteReference(deletion: {
  personId: string;
  actor: FaceActor;
  now: Date;
}): Promise<{ deleted: boolean }> {
  const { personId, actor, now } = deletion;
  const notice = await transaction(async (tx) => {
    if ((await erase(tx, personId, now)) === 0) return null;
    await forgetProofs(tx, { personId }, "FACE");
    const id = await notify(tx, { personId, kind: "FACE_DELETED" }, now);
    await appendAudit(tx, event("DELETE_FACE", personId, actor, now));
    return id;
  });
  if (notice) await tell(notice, actor, now);
  return { deleted: notice !== null };
}

/** 「删除人脸信息」 of 个人实名等级, by the person. Without an enrolled face nothing changes. Problem: `SECOND_FACTOR_LOST`. */
export async function deleteOwnReference(
  _: unknown,
  { session, now }: { session: Pick<CurrentSession, "personId" | "region" | "proofs">; now: Date },
): Promise<Result> {
  if (!standsOnSecondFactor(session)) return failure("SECOND_FACTOR_LOST");
  const { personId, region } = session;
  await deleteReference({ personId, actor: { kind: "PERSON", id: personId, region }, now });
  return success();
}

async function erase(tx: Tx, personId: string, now: Date): Promise<number> {
  const { count } = await tx.faceReference.updateMany({
    where: { personId, deletedAt: null },
    data: { deletedAt: now, templateCipher: "", photoCipher: "" },
  });
  return count;
}

/** Takes the notice to the person's phones (A5); a command belongs to no bureau and leaves it in the message centre. */
async function tell(notice: string, actor: FaceActor, now: Date): Promise<void> {
  if (actor.kind !== "SYSTEM") await carryNotice(notice, { region: actor.region, now });
}

/**
 * Gives the face enrolled during a registration to the person it has become. A face that was enrolled for the person
 * meanwhile, by an officer or an APP, stays.
 */
export async function adoptReference(
  tx: Tx,
  { flowId, personId }: { flowId: string; personId: string },
): Promise<void> {
  const known = await tx.faceReference.count({ where: { personId, deletedAt: null } });
  if (known > 0) await tx.faceReference.deleteMany({ where: { flowId, personId: null } });
  else await tx.faceReference.updateMany({ where: { flowId, personId: null }, data: { personId } });
}

/** Deletes what this registration enrolled before, and every face of a registration that was never finished. */
async function forgetUnfinished(tx: Tx, flowId: string, now: Date): Promise<void> {
  const abandoned = new Date(now.getTime() - REGISTER_FLOW_MINUTES * 60_000);
  await tx.faceReference.deleteMany({
    where: { personId: null, OR: [{ flowId }, { createdAt: { lt: abandoned } }] },
  });
}

function event(action: string, personId: string | null, actor: FaceActor, at: Date) {
  return {
    at,
    action,
    outcome: "OK" as const,
    actorKind: actor.kind,
    ...(actor.kind !== "SYSTEM" && { actorId: actor.id, region: actor.region }),
    ...(personId && { personId }),
    subjectKind: "FaceReference",
  };
}
