import "server-only";
import type { AccountStatus } from "@/generated/sqlite/enums";
import type { KnownPerson } from "@/lib/domain/registration-rules";
import type { RegisterFlowData } from "@/lib/flows/register";
import { db, type Tx } from "../db";

/** Whoever registers, as the bureau knows them already: from the registry, a collection or an earlier account. */
export type Registering = KnownPerson & {
  id: string;
  name: string;
  account: { id: string; status: AccountStatus; username: string | null } | null;
};

/** The person of a document (证件类型, 国籍（地区）, 证件号码), or null when nobody knows them. */
export async function findRegistering(
  document: Pick<RegisterFlowData, "documentNumberIndex" | "documentType" | "country">,
  tx: Tx = db,
): Promise<Registering | null> {
  const { documentNumberIndex, documentType, country } = document;
  const person = await tx.person.findUnique({
    where: {
      documentNumberIndex_documentType_country: { documentNumberIndex, documentType, country },
    },
    select: {
      id: true,
      name: true,
      realNameLevel: true,
      account: { select: { id: true, status: true, username: true } },
      phones: { select: { numberIndex: true } },
      collections: { select: { channel: true, phoneIndex: true } },
      faceReferences: { where: { deletedAt: null }, select: { source: true } },
    },
  });
  if (!person) return null;
  const { phones, collections, faceReferences, ...rest } = person;
  const collectedPhones = collections.flatMap(({ phoneIndex }) => phoneIndex ?? []);
  return {
    ...rest,
    collectedAtHall: collections.some(({ channel }) => channel === "HALL"),
    photographedAtHall: faceReferences.some(({ source }) => source === "HALL"),
    phoneIndexes: [...phones.map(({ numberIndex }) => numberIndex), ...collectedPhones],
  };
}
