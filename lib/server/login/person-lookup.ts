import "server-only";
import { Prisma } from "@/generated/sqlite/client";
import type { PasswordState } from "@/generated/sqlite/enums";
import { readAccountIdentifier, usernameKey } from "@/lib/domain/account-identifier";
import type { DocumentType } from "@/lib/domain/documents";
import { db } from "../db";
import { blindIndex } from "../protect";

const { sql, join, empty } = Prisma;

type Kind = "DOCUMENT" | "PHONE" | "USERNAME";

/** A person found by one reading of the text, with their open account. */
type Row = {
  kind: Kind;
  personId: string;
  phoneId: string | null;
  accountId: string;
  passwordHash: string;
  passwordState: PasswordState;
  username: string | null;
};

/** Whom the text of the account box names, and by which of document number, phone, user name (in that order). */
export type NamedPerson = {
  personId: string;
  account: { id: string; passwordHash: string; passwordState: PasswordState };
  identifierKind: Kind;
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
  const rows = await openAccounts(candidates, { documentType, country });
  const documents = rows.filter(({ kind }) => kind === "DOCUMENT");
  if (documents.length > 1) return { personId: null, code: "DOCUMENT_AMBIGUOUS" };
  const named =
    documents[0] ??
    rows.find(({ kind }) => kind === "PHONE") ??
    // Compared with case although unique without: Zhaxi2026 is not zhaxi2026.
    rows.find(({ kind, username }) => kind === "USERNAME" && username === candidates.username);
  if (!named) {
    const onlyPhone = candidates.phone !== undefined;
    return { personId: null, code: onlyPhone ? "PHONE_UNKNOWN" : "PERSON_NOT_REGISTERED" };
  }
  const { personId, phoneId, accountId: id, passwordHash, passwordState, kind } = named;
  const found = { id, passwordHash, passwordState };
  return { personId, account: found, identifierKind: kind, phoneId };
}

/** Every reading of the text in one statement, each by a unique key: apart they would be up to seven. */
async function openAccounts(
  { documentNumber, phone, username }: ReturnType<typeof readAccountIdentifier>,
  { documentType, country }: DocumentHint,
): Promise<Row[]> {
  const account = sql`a."id" AS "accountId", a."passwordHash", CAST(a."passwordState" AS TEXT) AS "passwordState", a."username"
    FROM "Person" p JOIN "Account" a ON a."personId" = p."id" AND CAST(a."status" AS TEXT) = 'ACTIVE'`;
  const readings = [
    documentNumber &&
      sql`SELECT 'DOCUMENT' AS "kind", p."id" AS "personId", NULL AS "phoneId", ${account}
        WHERE p."documentNumberIndex" = ${blindIndex("documentNumber", documentNumber)}
          ${documentType ? sql`AND CAST(p."documentType" AS TEXT) = ${documentType}` : empty}
          ${country ? sql`AND p."country" = ${country}` : empty}`,
    phone &&
      sql`SELECT 'PHONE' AS "kind", p."id" AS "personId", f."id" AS "phoneId", ${account}
        JOIN "Phone" f ON f."personId" = p."id" WHERE f."numberIndex" = ${blindIndex("phone", phone)}`,
    username &&
      sql`SELECT 'USERNAME' AS "kind", p."id" AS "personId", NULL AS "phoneId", ${account}
        WHERE a."usernameKey" = ${usernameKey(username)}`,
  ].filter((each) => typeof each === "object");
  return readings.length > 0 ? await db.$queryRaw<Row[]>(join(readings, " UNION ALL ")) : [];
}
