import "server-only";
import { CSV_BOM, csvLine } from "@/lib/domain/csv";
import {
  DEPARTMENT_WORDS,
  FILE_COLUMNS,
  type ImportKind,
  KIND_WORDS,
  roleWord,
  STATUS_WORDS,
  wordFor,
} from "@/lib/domain/registry-file";
import { documentTypeLabel } from "@/lib/labels";
import { appendAudit } from "../audit";
import { db, transaction } from "../db";
import { reveal } from "../protect";
import type { Handling } from "./runs";

/** Lines read at once. */
const PAGE = 500;

type Cells = Record<string, string>;
type Page = { rows: Cells[]; last: string | null };

/**
 * 「导出」 of the registry data of the officer's own bureau, in the form `beginImport` takes: recorded before the first line is read.
 * Lines come as they are read; what a spreadsheet would calculate is made text (`csvLine`).
 */
export async function exportRegistry(
  { kind, reason }: { kind: ImportKind; reason: string },
  { officer, now }: Handling,
): Promise<AsyncGenerator<string>> {
  await transaction((tx) =>
    appendAudit(tx, {
      at: now,
      action: "EXPORT_REGISTRY",
      outcome: "OK",
      region: officer.region,
      actorKind: "OFFICER",
      actorId: officer.officerId,
      detail: { kind },
      reason,
    }),
  );
  return linesOf(kind, officer.region);
}

async function* linesOf(kind: ImportKind, region: string): AsyncGenerator<string> {
  const columns = FILE_COLUMNS[kind];
  yield CSV_BOM + csvLine(columns.map(({ title }) => title));
  for (let after: string | null = ""; after !== null; ) {
    const page: Page = await PAGES[kind](region, after);
    for (const row of page.rows) yield csvLine(columns.map(({ key }) => row[key] ?? ""));
    after = page.last;
  }
}

function lastOf(rows: readonly { id: string }[]): string | null {
  return rows.length < PAGE ? null : (rows.at(-1)?.id ?? null);
}

const PAGES: Readonly<Record<ImportKind, (region: string, after: string) => Promise<Page>>> = {
  ENTERPRISES: async (region, after) => {
    const rows = await db.enterprise.findMany({
      where: { region, id: { gt: after } },
      orderBy: { id: "asc" },
      take: PAGE,
      select: {
        id: true,
        creditCode: true,
        name: true,
        kind: true,
        taxAuthority: true,
        status: true,
      },
    });
    const cells = rows.map(({ id: _, kind, status, ...row }) => ({
      ...row,
      kind: wordFor(KIND_WORDS, kind),
      status: wordFor(STATUS_WORDS, status),
    }));
    return { rows: cells, last: lastOf(rows) };
  },
  PEOPLE: async (region, after) => {
    const rows = await db.registryContact.findMany({
      where: { region, personId: { gt: after } },
      orderBy: { personId: "asc" },
      take: PAGE,
      select: {
        personId: true,
        mobileCipher: true,
        landlineCipher: true,
        person: { select: personColumns },
      },
    });
    const cells = rows.map(({ person, mobileCipher, landlineCipher }) => ({
      ...personCells(person),
      mobile: mobileCipher ? reveal("Relation.registryMobile", mobileCipher) : "",
      landline: landlineCipher ? reveal("Relation.registryLandline", landlineCipher) : "",
    }));
    return { rows: cells, last: lastOf(rows.map(({ personId: id }) => ({ id }))) };
  },
  RELATIONS: async (region, after) => {
    const rows = await db.relation.findMany({
      where: {
        enterprise: { region, status: { not: "CLOSED" } },
        living: true,
        inRegistry: true,
        role: { not: "TAX_AGENT" },
        id: { gt: after },
      },
      orderBy: { id: "asc" },
      take: PAGE,
      select: {
        id: true,
        role: true,
        primary: true,
        registryDepartment: true,
        validFrom: true,
        validTo: true,
        enterprise: { select: { creditCode: true } },
        person: { select: personColumns },
      },
    });
    const cells = rows.map(({ enterprise, person, role, primary, ...row }) => ({
      ...personCells(person),
      creditCode: enterprise.creditCode,
      role: roleWord(role, primary),
      department: row.registryDepartment ? wordFor(DEPARTMENT_WORDS, row.registryDepartment) : "",
      validFrom: row.validFrom ?? "",
      validTo: row.validTo ?? "",
    }));
    return { rows: cells, last: lastOf(rows) };
  },
};

const personColumns = {
  name: true,
  documentType: true,
  country: true,
  documentNumberCipher: true,
} as const;

type PersonColumns = {
  name: string;
  documentType: Parameters<typeof documentTypeLabel>[0];
  country: string;
  documentNumberCipher: string;
};

function personCells({ name, documentType, country, documentNumberCipher }: PersonColumns) {
  return {
    name,
    documentType: documentTypeLabel(documentType),
    country: country === "CN" ? "" : country,
    documentNumber: reveal("Person.documentNumber", documentNumberCipher),
  };
}
