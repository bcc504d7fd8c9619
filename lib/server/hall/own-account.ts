import "server-only";
import { failure } from "@/lib/domain/result";
import { appendAudit } from "../audit";
import { db, type Tx, transaction } from "../db";
import { officerEvent } from "./look-up";
import type { CurrentOfficer } from "./officer-store";

/**
 * The officer as a taxpayer: the person with the officer's own document or phone, or null. Nobody handles their own affairs
 * (B13, 本人业务回避).
 */
export async function ownPersonOf(
  { officerId }: Pick<CurrentOfficer, "officerId">,
  tx: Tx = db,
): Promise<string | null> {
  const officer = await tx.officer.findUniqueOrThrow({
    where: { id: officerId },
    select: { phoneIndex: true, documentNumberIndex: true },
  });
  const person = await tx.person.findFirst({
    where: ownDocumentOrPhone(officer),
    select: { id: true },
  });
  return person?.id ?? null;
}

function ownDocumentOrPhone(officer: { phoneIndex: string; documentNumberIndex: string | null }) {
  const { phoneIndex, documentNumberIndex } = officer;
  return {
    OR: [
      { phones: { some: { numberIndex: phoneIndex } } },
      ...(documentNumberIndex ? [{ documentNumberIndex }] : []),
    ],
  };
}

/** Whether a person, by id or by what was typed of them, is the officer. */
export async function isOwnPerson(
  officer: Pick<CurrentOfficer, "officerId">,
  person: { id?: string; documentNumberIndex?: string; phoneIndex?: string },
  tx: Tx = db,
): Promise<boolean> {
  const own = await tx.officer.findUniqueOrThrow({
    where: { id: officer.officerId },
    select: { phoneIndex: true, documentNumberIndex: true },
  });
  if (person.phoneIndex === own.phoneIndex) return true;
  const { documentNumberIndex } = person;
  if (documentNumberIndex && documentNumberIndex === own.documentNumberIndex) return true;
  if (!person.id) return false;
  const where = { id: person.id, ...ownDocumentOrPhone(own) };
  return (await tx.person.count({ where })) > 0;
}

/** Whether the officer has a part in this enterprise: its counter work is for others, too. */
export async function isOwnEnterprise(
  officer: Pick<CurrentOfficer, "officerId">,
  enterpriseId: string,
  tx: Tx = db,
): Promise<boolean> {
  const personId = await ownPersonOf(officer, tx);
  if (!personId) return false;
  return (await tx.relation.count({ where: { personId, enterpriseId, living: true } })) > 0;
}

/** Refuses an officer's own affairs, and has the attempt in the audit trail. */
export async function refuseOwn(
  code: "OWN_ACCOUNT" | "OWN_ENTERPRISE",
  officer: CurrentOfficer,
  subject: { personId: string } | { enterpriseId: string },
  now: Date,
) {
  const event = officerEvent("OWN_CASE", officer, code, now);
  await transaction((tx) => appendAudit(tx, { ...event, ...subject, outcome: "REFUSED" }));
  return failure(code);
}
