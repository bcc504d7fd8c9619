import "server-only";
import type { DocumentType } from "@/lib/domain/documents";
import { maskDocumentNumber, maskPhone } from "@/lib/domain/masking";
import { failure, type Result, success } from "@/lib/domain/result";
import type { PhoneApp } from "@/lib/regions/apps";
import { db, transaction } from "../db";
import { type BegunFaceCheck, beginFaceCheck, type Frame, submitFrames } from "../face/check";
import { enrolFromPhotograph, hasReference } from "../face/references";
import { personSubject } from "../face/subject";
import { carryNotice } from "../notices/carry";
import { protect, reveal } from "../protect";
import type { RequestContext } from "../request";
import { raiseRealNameLevel } from "../scan/face-step";
import { companionSession } from "./session";

type At = Pick<RequestContext, "now">;

/**
 * 采集实名信息 (Q7, 辽宁 四): begins the live part. Who is enrolled already has nothing to collect: a second photograph could
 * replace the first one's face.
 */
export async function beginCollection(
  { app }: { app: PhoneApp },
  { now }: At,
): Promise<Result<BegunFaceCheck>> {
  const session = await companionSession(app);
  if (!session) return failure("SIGNED_OUT");
  const { personId, region } = session;
  const subject = personSubject(personId);
  if (await hasReference(subject)) return failure("ALREADY_COLLECTED");
  return beginFaceCheck({ subject, purpose: "REAL_NAME", region, withDocument: "ALWAYS", now });
}

/** Whose real name is collected, as the page shows it (补充信息): number and phone masked. */
export async function collectionDetails(
  personId: string,
): Promise<{ name: string; documentType: DocumentType; number: string; phone: string | null }> {
  const { name, documentType, documentNumberCipher, phones } = await db.person.findUniqueOrThrow({
    where: { id: personId },
    select: {
      name: true,
      documentType: true,
      documentNumberCipher: true,
      phones: { where: { isDefault: true }, take: 1, select: { numberCipher: true } },
    },
  });
  const [phone] = phones;
  return {
    name,
    documentType,
    number: maskDocumentNumber(reveal("Person.documentNumber", documentNumberCipher)),
    phone: phone ? maskPhone(reveal("Phone.number", phone.numberCipher)) : null,
  };
}

/**
 * The photograph of the document and the live frames: only when they show the same person is the face enrolled and the
 * real-name level raised. The consent was given for this collection (个人信息保护法 29).
 */
export async function submitCollection(
  { app, check, frames, photo }: { app: PhoneApp; check: string; frames: Frame[]; photo: Buffer },
  { now }: At,
): Promise<Result> {
  const session = await companionSession(app);
  if (!session) return failure("SIGNED_OUT");
  const { personId, region } = session;
  const subject = personSubject(personId);
  if (await hasReference(subject)) return failure("ALREADY_COLLECTED");
  const passed = await submitFrames(check, frames, { now, documentPhoto: photo });
  if (!passed.ok) return passed;
  if (passed.value.personId !== personId) return failure("FACE_CHECK_ENDED");
  const enrolled = await enrolFromPhotograph({
    subject,
    photo,
    source: "APP",
    consentedAt: now,
    actor: { kind: "PERSON", id: personId, region },
    now,
  });
  if (!enrolled.ok) return enrolled;
  const notice = await transaction(async (tx) => {
    const phone = await tx.phone.findFirst({
      where: { personId, isDefault: true },
      select: { numberCipher: true, numberIndex: true },
    });
    await tx.realNameCollection.create({
      data: {
        personId,
        channel: "APP",
        region,
        ...(phone && {
          phoneCipher: protect(
            "RealNameCollection.phone",
            reveal("Phone.number", phone.numberCipher),
          ),
          phoneIndex: phone.numberIndex,
        }),
        collectedAt: now,
      },
      select: { id: true },
    });
    return raiseRealNameLevel(tx, { personId, region, app }, now);
  });
  if (notice) await carryNotice(notice, { region, now });
  return success();
}
