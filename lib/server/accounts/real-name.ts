import "server-only";
import { db } from "../db";
import { hasReference } from "../face/references";
import { personSubject } from "../face/subject";

/** A person's real-name level (个人实名等级) and how it was reached. */
export async function realNameState(personId: string) {
  const person = await db.person.findUniqueOrThrow({
    where: { id: personId },
    select: {
      realNameLevel: true,
      collections: {
        orderBy: [{ collectedAt: "desc" }, { id: "desc" }],
        take: 10,
        select: { id: true, channel: true, collectedAt: true },
      },
    },
  });
  return {
    level: person.realNameLevel,
    collections: person.collections,
    faceEnrolled: await hasReference(personSubject(personId)),
  };
}
