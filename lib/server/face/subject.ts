import "server-only";
import type { DocumentType } from "@/lib/domain/documents";
import { registerFlowData } from "@/lib/flows/register";
import { db } from "../db";
import { reveal } from "../protect";

/** Whose face it is: a person's, or of somebody who registers and is no person here before that is finished. */
export type FaceSubject = { personId: string; flowId: null } | { personId: null; flowId: string };

/** A person as the subject of a face check. */
export function personSubject(personId: string): FaceSubject {
  return { personId, flowId: null };
}

/** Somebody who registers, by the registration under way. */
export function registrationSubject(flowId: string): FaceSubject {
  return { personId: null, flowId };
}

/** The subject a row is about; null when it names none. */
export function subjectOf(row: {
  personId: string | null;
  flowId: string | null;
}): FaceSubject | null {
  if (row.personId) return personSubject(row.personId);
  return row.flowId ? registrationSubject(row.flowId) : null;
}

/** Names a subject in keys and digests. */
export function subjectKey({ personId, flowId }: FaceSubject): string {
  return personId ?? `registration:${flowId}`;
}

/** Who the subject says to be, for an authority that compares faces itself. */
export async function identityOf(
  subject: FaceSubject,
): Promise<{ name: string; documentType: DocumentType; country: string; documentNumber: string }> {
  const { name, documentType, country, documentNumberCipher } = subject.personId
    ? await db.person.findUniqueOrThrow({
        where: { id: subject.personId },
        select: { name: true, documentType: true, country: true, documentNumberCipher: true },
      })
    : await registeringPerson(subject.flowId ?? "");
  const documentNumber = reveal("Person.documentNumber", documentNumberCipher);
  return { name, documentType, country, documentNumber };
}

async function registeringPerson(flowId: string) {
  const { data } = await db.flow.findUniqueOrThrow({
    where: { id: flowId },
    select: { data: true },
  });
  return registerFlowData.parse(JSON.parse(data));
}
