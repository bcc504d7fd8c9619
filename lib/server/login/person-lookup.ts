import "server-only";
import type { PasswordState } from "@/generated/sqlite/enums";
import { readAccountIdentifier, usernameKey } from "@/lib/domain/account-identifier";
import type { DocumentType } from "@/lib/domain/documents";
import { db } from "../db";
import { blindIndex } from "../protect";

const personColumns = {
  id: true,
  account: { select: { id: true, status: true, passwordHash: true, passwordState: true } },
} as const;

/** Whom the text of the account box names, and by which of document number, phone, user name (in that order). */
export type NamedPerson = {
  personId: string;
  account: { id: string; passwordHash: string; passwordState: PasswordState };
  identifierKind: "DOCUMENT" | "PHONE" | "USERNAME";
  phoneId: string | null;
};

/** Nobody with an open account is named; a phone nobody owns has its own prompt (L5). */
export type NoPerson = {
  personId: null;
  code: "PHONE_UNKNOWN" | "PERSON_NOT_REGISTERED" | "DOCUMENT_AMBIGUOUS";
};

/** Type and country of a document, asked for when a number alone means several people. */
export type DocumentHint = { documentType?: DocumentType; country?: string };

/**
 * Finds the person the account box means (居民身份证号码/手机号码/用户名, L2). Closed and invalid accounts count as not
 * registered (西藏 二(二)8). A number that several people hold, of other types or countries, asks for both.
 */
export async function findPersonByAccount(
  account: string,
  { documentType, country }: DocumentHint,
): Promise<NamedPerson | NoPerson> {
  const candidates = readAccountIdentifier(account);
  if (candidates.documentNumber) {
    const rows = await db.person.findMany({
      where: {
        documentNumberIndex: blindIndex("documentNumber", candidates.documentNumber),
        documentType,
        country,
        account: { status: "ACTIVE" },
      },
      take: 2,
      select: personColumns,
    });
    if (rows.length > 1) return { personId: null, code: "DOCUMENT_AMBIGUOUS" };
    const named = rows[0] && openAccount(rows[0], "DOCUMENT");
    if (named) return named;
  }
  if (candidates.phone) {
    const phone = await db.phone.findUnique({
      where: { numberIndex: blindIndex("phone", candidates.phone) },
      select: { id: true, person: { select: personColumns } },
    });
    const named = phone && openAccount(phone.person, "PHONE", phone.id);
    if (named) return named;
  }
  if (candidates.username) {
    const row = await db.account.findUnique({
      where: { usernameKey: usernameKey(candidates.username) },
      select: { username: true, person: { select: personColumns } },
    });
    // Compared with case although unique without: Zhaxi2026 is not zhaxi2026.
    const named =
      row?.username === candidates.username ? openAccount(row.person, "USERNAME") : null;
    if (named) return named;
  }
  const onlyPhone = candidates.phone !== undefined;
  return { personId: null, code: onlyPhone ? "PHONE_UNKNOWN" : "PERSON_NOT_REGISTERED" };
}

type PersonRow = {
  id: string;
  account: {
    id: string;
    status: string;
    passwordHash: string;
    passwordState: PasswordState;
  } | null;
};

function openAccount(
  person: PersonRow,
  identifierKind: NamedPerson["identifierKind"],
  phoneId: string | null = null,
): NamedPerson | null {
  if (person.account?.status !== "ACTIVE") return null;
  const { id, passwordHash, passwordState } = person.account;
  return {
    personId: person.id,
    account: { id, passwordHash, passwordState },
    identifierKind,
    phoneId,
  };
}
