import "server-only";
import type { DocumentType } from "@/lib/domain/documents";
import { normalizeCode } from "@/lib/domain/normalize";
import { failure, type Result } from "@/lib/domain/result";
import { db } from "../db";
import { blindIndex } from "../protect";
import { enrolFromPhotograph } from "./references";
import { personSubject } from "./subject";

/**
 * Enrols the face of the holder of a document from a photograph taken at a hall (办税服务厅线下采集), on behalf of whoever
 * runs the portal. `consented` is their word that the person agreed to it separately.
 * Problems: `FACE_PERSON_UNKNOWN` and those of `enrolFromPhotograph`.
 */
export async function enrolPerson(enrolment: {
  documentNumber: string;
  documentType: DocumentType;
  /** ISO 3166-1 alpha-2. */
  country: string;
  photo: Uint8Array;
  consented: boolean;
  now: Date;
}): Promise<Result<{ referenceId: string }>> {
  const { documentNumber, documentType, country, photo, consented, now } = enrolment;
  if (!consented) return failure("FACE_CONSENT_REQUIRED");
  const documentNumberIndex = blindIndex("documentNumber", normalizeCode(documentNumber));
  const person = await db.person.findUnique({
    where: {
      documentNumberIndex_documentType_country: { documentNumberIndex, documentType, country },
    },
    select: { id: true },
  });
  if (!person) return failure("FACE_PERSON_UNKNOWN");
  return enrolFromPhotograph({
    subject: personSubject(person.id),
    photo,
    source: "HALL",
    consentedAt: now,
    actor: { kind: "SYSTEM" },
    now,
  });
}
