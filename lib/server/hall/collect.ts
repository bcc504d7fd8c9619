import "server-only";
import type { z } from "zod";
import { dayOf } from "@/lib/domain/china-time";
import { checkDocumentNumber } from "@/lib/domain/documents";
import { FACE_LEVEL, sameName } from "@/lib/domain/registration-rules";
import { failure, type Problem, type Result, success } from "@/lib/domain/result";
import type { collectForm } from "@/lib/schemas/hall";
import { appendAudit } from "../audit";
import { isUniqueViolation, type Tx, transaction } from "../db";
import { prepareReference, putReference } from "../face/references";
import { personSubject } from "../face/subject";
import { carryNotice } from "../notices/carry";
import { blindIndex, protect } from "../protect";
import { findRegistering } from "../registration/known-person";
import { officerEvent } from "./look-up";
import type { OfficerContext } from "./officer-action";
import { isOwnPerson, refuseOwn } from "./own-account";

/** Rolls the transaction back and becomes the answer. */
class Refused extends Error {
  constructor(readonly problems: Problem[]) {
    super("refused");
  }
}

/**
 * 「实名信息采集」 at the counter (R1, R2; 山东 3 and 17): the officer has compared the document with the person; the photograph taken
 * there becomes the reference of every later face check. Person, face, collection and level 4 come together or not at all. The
 * phone is noted, not bound: that takes a text message (P2).
 * Problems: `OWN_ACCOUNT`, `NAME_DIFFERS_FROM_KNOWN`, `DOCUMENT_NUMBER_*`, those of `prepareReference`.
 */
export async function collectAtCounter(
  form: z.output<typeof collectForm> & { photo: Uint8Array },
  { officer, now }: OfficerContext,
): Promise<Result<{ to: string }>> {
  const { documentType, documentNumber, country, name, phone, photo, consented, reason } = form;
  const wrong = checkDocumentNumber(documentType, documentNumber, dayOf(now));
  if (wrong) return failure(wrong, { field: "documentNumber" });
  const documentNumberIndex = blindIndex("documentNumber", documentNumber);
  const phoneIndex = blindIndex("phone", phone);
  if (await isOwnPerson(officer, { documentNumberIndex, phoneIndex })) {
    return refuseOwn("OWN_ACCOUNT", officer, {}, now);
  }
  const prepared = await prepareReference({ photo, consentedAt: consented ? now : null, now });
  if (!prepared.ok) return prepared;
  const { officerId, region } = officer;
  const actor = { kind: "OFFICER" as const, id: officerId, region };
  const document = { documentType, country, documentNumberIndex };
  try {
    const { personId, notice } = await transaction(async (tx) => {
      const personId = await personOf(tx, { ...document, name, documentNumber });
      const enrolment = { source: "HALL" as const, prepared: prepared.value, actor };
      const subject = personSubject(personId);
      const { notice } = await putReference(tx, { ...enrolment, subject }, now);
      await tx.realNameCollection.create({
        data: {
          personId,
          channel: "HALL",
          region,
          officerId,
          phoneCipher: protect("RealNameCollection.phone", phone),
          phoneIndex,
          collectedAt: now,
        },
        select: { id: true },
      });
      await tx.person.updateMany({
        where: { id: personId, realNameLevel: { lt: FACE_LEVEL } },
        data: { realNameLevel: FACE_LEVEL },
      });
      const event = officerEvent("COLLECT_REAL_NAME", officer, reason, now);
      await appendAudit(tx, { ...event, personId, detail: { documentType } });
      return { personId, notice };
    });
    if (notice) await carryNotice(notice, { region, now });
    return success({ to: `/hall/people/${personId}` });
  } catch (error) {
    if (error instanceof Refused) return { ok: false, problems: error.problems };
    if (isUniqueViolation(error)) return failure("TRY_AGAIN");
    throw error;
  }
}

/** The person of this document, made when nobody knows them yet. */
async function personOf(
  tx: Tx,
  person: Pick<
    z.output<typeof collectForm>,
    "documentType" | "country" | "documentNumber" | "name"
  > & {
    documentNumberIndex: string;
  },
): Promise<string> {
  const { documentNumber, ...columns } = person;
  const known = await findRegistering(columns, tx);
  if (known && !sameName(known.name, person.name)) {
    throw new Refused([{ code: "NAME_DIFFERS_FROM_KNOWN", field: "name" }]);
  }
  if (known) return known.id;
  const { id } = await tx.person.create({
    data: {
      ...columns,
      documentNumberCipher: protect("Person.documentNumber", documentNumber),
    },
    select: { id: true },
  });
  return id;
}
