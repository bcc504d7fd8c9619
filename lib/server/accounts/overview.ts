import "server-only";
import type { DocumentType } from "@/lib/domain/documents";
import { maskDocumentNumber, maskEmail, maskPhone } from "@/lib/domain/masking";
import { db } from "../db";
import { reveal } from "../protect";

/** What a person sees of their own account (账户中心); numbers leave the server masked. */
export type AccountOverview = {
  name: string;
  documentType: DocumentType;
  maskedDocumentNumber: string;
  realNameLevel: number;
  username: string | null;
  maskedEmail: string | null;
  /** 所属税务机关 chosen at the registration; null: that bureau did not ask. */
  taxAuthority: string | null;
  /** The default one first. */
  phones: { id: string; masked: string; isDefault: boolean }[];
};

/** The person's own account at a glance. */
export async function accountOverview(personId: string): Promise<AccountOverview> {
  const person = await db.person.findUniqueOrThrow({
    where: { id: personId },
    select: {
      name: true,
      documentType: true,
      documentNumberCipher: true,
      realNameLevel: true,
      account: { select: { username: true, emailCipher: true, taxAuthority: true } },
      phones: {
        orderBy: [{ isDefault: "desc" }, { createdAt: "asc" }],
        select: { id: true, numberCipher: true, isDefault: true },
      },
    },
  });
  const { account, phones, documentNumberCipher } = person;
  return {
    name: person.name,
    documentType: person.documentType,
    maskedDocumentNumber: maskDocumentNumber(reveal("Person.documentNumber", documentNumberCipher)),
    realNameLevel: person.realNameLevel,
    username: account?.username ?? null,
    maskedEmail: account?.emailCipher
      ? maskEmail(reveal("Account.email", account.emailCipher))
      : null,
    taxAuthority: account?.taxAuthority ?? null,
    phones: phones.map(({ id, numberCipher, isDefault }) => ({
      id,
      masked: maskPhone(reveal("Phone.number", numberCipher)),
      isDefault,
    })),
  };
}
