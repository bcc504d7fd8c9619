import "server-only";
import { failure } from "@/lib/domain/result";
import { type AuditEntry, appendAudit } from "../audit";
import { db, type Tx, transaction } from "../db";
import { officerEvent } from "./look-up";
import type { CurrentOfficer } from "./officer-store";

type OwnMarks = { phoneIndex: string; documentNumberIndex: string | null };

/** What the officer as a taxpayer is known by: the phone, and the document when one was told. */
function ownMarks({ officerId }: Pick<CurrentOfficer, "officerId">, tx: Tx): Promise<OwnMarks> {
  return tx.officer.findUniqueOrThrow({
    where: { id: officerId },
    select: { phoneIndex: true, documentNumberIndex: true },
  });
}

/** People who are the officer: they may be two, the one with the officer's document and the one with the officer's phone. */
function withMarks({ phoneIndex, documentNumberIndex }: OwnMarks) {
  return {
    OR: [
      { phones: { some: { numberIndex: phoneIndex } } },
      ...(documentNumberIndex ? [{ documentNumberIndex }] : []),
    ],
  };
}

/** The officer as a taxpayer. Nobody handles their own affairs (B13, 本人业务回避). */
export async function ownPeopleOf(officer: Pick<CurrentOfficer, "officerId">): Promise<string[]> {
  const where = withMarks(await ownMarks(officer, db));
  const people = await db.person.findMany({ where, select: { id: true } });
  return people.map(({ id }) => id);
}

/** Whether a person, by id or by what was typed of them, is the officer. */
export async function isOwnPerson(
  officer: Pick<CurrentOfficer, "officerId">,
  person: { id?: string; documentNumberIndex?: string; phoneIndex?: string },
  tx: Tx = db,
): Promise<boolean> {
  const own = await ownMarks(officer, tx);
  if (person.phoneIndex === own.phoneIndex) return true;
  const { documentNumberIndex } = person;
  if (documentNumberIndex && documentNumberIndex === own.documentNumberIndex) return true;
  const typed = [
    ...(person.id ? [{ id: person.id }] : []),
    // Typed is the document of somebody whose phone is the officer's.
    ...(documentNumberIndex ? [{ documentNumberIndex }] : []),
  ];
  if (typed.length === 0) return false;
  return (await tx.person.count({ where: { AND: [{ OR: typed }, withMarks(own)] } })) > 0;
}

/** Whether the officer has a part in this enterprise: its counter work is for others, too. */
export async function isOwnEnterprise(
  officer: Pick<CurrentOfficer, "officerId">,
  enterpriseId: string,
): Promise<boolean> {
  const person = withMarks(await ownMarks(officer, db));
  return (await db.relation.count({ where: { person, enterpriseId, living: true } })) > 0;
}

const OWN_CODES = [
  "OWN_ACCOUNT",
  "OWN_ENTERPRISE",
  "FOUR_EYES_OWN_REQUEST",
  "FOUR_EYES_OWN_OFFICER",
] as const;
type OwnCode = (typeof OWN_CODES)[number];

/** Whether a problem is that an officer handles what is their own. */
export function isOwnCode(code: string | undefined): code is OwnCode {
  return OWN_CODES.some((each) => each === code);
}

/** Refuses an officer's own affairs, and has the attempt in the audit trail. */
export async function refuseOwn(
  code: OwnCode,
  officer: CurrentOfficer,
  subject: Pick<AuditEntry, "personId" | "enterpriseId" | "subjectKind" | "subjectId">,
  now: Date,
) {
  const event = officerEvent("OWN_CASE", officer, code, now);
  await transaction((tx) => appendAudit(tx, { ...event, ...subject, outcome: "REFUSED" }));
  return failure(code);
}
