import "server-only";
import { isForeignType } from "@/lib/domain/documents";
import type { ListedPerson } from "@/lib/schemas/filings/fields";
import type { Tx } from "../db";
import { blindIndex, protect } from "../protect";

/**
 * The person of the registry (核心征管) with this name and document, made when unknown: an identity without account. When the
 * document is somebody's of another name, the entry stands by itself under an index nobody is found by, so that it neither
 * binds that person nor tells that they exist (B10). Callers answer alike in all cases.
 */
export async function registryPerson(tx: Tx, entry: ListedPerson): Promise<string> {
  const { name, documentType, documentNumber } = entry;
  const country = isForeignType(documentType) ? (entry.country ?? "CN") : "CN";
  const documentOf = (documentNumberIndex: string) => ({
    documentNumberIndex_documentType_country: { documentNumberIndex, documentType, country },
  });
  const index = blindIndex("documentNumber", documentNumber);
  const known = await tx.person.findUnique({
    where: documentOf(index),
    select: { id: true, name: true },
  });
  if (known?.name === name) return known.id;
  const ownIndex = known ? blindIndex("documentNumber", `${documentNumber} ${name}`) : index;
  const { id } = await tx.person.upsert({
    where: documentOf(ownIndex),
    create: {
      name,
      documentType,
      country,
      documentNumberIndex: ownIndex,
      documentNumberCipher: protect("Person.documentNumber", documentNumber),
    },
    update: {},
    select: { id: true },
  });
  return id;
}
