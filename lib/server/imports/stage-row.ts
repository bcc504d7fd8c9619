import "server-only";
import { randomBytes } from "node:crypto";
import type { Prisma } from "@/generated/sqlite/client";
import { toHalfWidth } from "@/lib/domain/normalize";
import { type ImportKind, readCell } from "@/lib/domain/registry-file";
import type { Problem } from "@/lib/domain/result";
import { DOCUMENT_TYPE_CHOICES } from "@/lib/labels";
import { problemsOf } from "@/lib/schemas/problems";
import { enterpriseRow, personRow, relationRow } from "@/lib/schemas/registry-rows";
import { blindIndex, protect } from "../protect";

/** A line as it waits to take effect: nothing personal in the clear but the name, which the database keeps so. */
export type StagedRow = Omit<Prisma.ImportRowCreateManyInput, "runId" | "line">;

const DOCUMENT_TYPE_OF = new Map(
  DOCUMENT_TYPE_CHOICES.map(({ value, label }) => [plain(label), value]),
);

function plain(text: string): string {
  return toHalfWidth(text).replace(/\s/g, "");
}

/** Reads a line of a file by its columns, or tells what is wrong with it, one problem per column. */
export function stageRow(
  kind: ImportKind,
  keys: readonly string[],
  cells: readonly string[],
): { row: StagedRow } | { problems: Problem[] } {
  if (cells.length > keys.length) return { problems: [{ code: "TOO_MANY_CELLS" }] };
  const raw: Record<string, string> = {};
  for (const [at, key] of keys.entries()) raw[key] = readCell(cells[at] ?? "").trim();
  if (raw.documentType !== undefined) {
    const word = raw.documentType;
    raw.documentType = DOCUMENT_TYPE_OF.get(plain(word)) ?? word;
  }
  const read = READERS[kind](raw);
  if ("issues" in read) return { problems: problemsOf(read.issues) };
  const content = blindIndex("importRow", JSON.stringify(read.values));
  return { row: { ...read.columns, content, newId: newRowId(new Date()) } };
}

type Columns = Omit<StagedRow, "content" | "newId">;
type Reading = { values: unknown; columns: Columns } | { issues: Parameters<typeof problemsOf>[0] };

const READERS: Readonly<Record<ImportKind, (raw: Record<string, string>) => Reading>> = {
  ENTERPRISES: (raw) => {
    const { data, error } = enterpriseRow.safeParse(raw);
    if (error) return { issues: error.issues };
    const { kind: enterpriseKind, status: enterpriseStatus, ...rest } = data;
    return {
      values: data,
      columns: { ...rest, key: data.creditCode, enterpriseKind, enterpriseStatus },
    };
  },
  PEOPLE: (raw) => {
    const { data, error } = personRow.safeParse(raw);
    if (error) return { issues: error.issues };
    const { mobile, landline } = data;
    return {
      values: data,
      columns: {
        ...documentColumns(data),
        key: keyOf(documentText(data)),
        mobileIndex: mobile && blindIndex("phone", mobile),
        mobileCipher: mobile && protect("Relation.registryMobile", mobile),
        landlineCipher: landline && protect("Relation.registryLandline", landline),
      },
    };
  },
  RELATIONS: (raw) => {
    const { data, error } = relationRow.safeParse(raw);
    if (error) return { issues: error.issues };
    const { creditCode, role, department, validFrom, validTo } = data;
    return {
      values: data,
      columns: {
        ...documentColumns(data),
        key: keyOf(`${creditCode} ${role.role} ${documentText(data)}`),
        creditCode,
        ...role,
        department,
        validFrom,
        validTo,
      },
    };
  },
};

type Document = Pick<
  ReturnType<typeof personRow.parse>,
  "name" | "documentType" | "country" | "documentNumber"
>;

function documentColumns({ name, documentType, country, documentNumber }: Document) {
  return {
    name,
    documentType,
    country,
    documentNumberIndex: blindIndex("documentNumber", documentNumber),
    documentNumberCipher: protect("Person.documentNumber", documentNumber),
  };
}

function documentText({ documentType, country, documentNumber }: Document): string {
  return `${documentType} ${country} ${documentNumber}`;
}

function keyOf(text: string): string {
  return blindIndex("importRow", text);
}

/** An id as the database makes them (UUID 7, RFC 9562), known before the row is there. */
export function newRowId(now: Date): string {
  const hex = now.getTime().toString(16).padStart(12, "0") + randomBytes(10).toString("hex");
  const variant = ((Number.parseInt(hex.charAt(16), 16) & 0x3) | 0x8).toString(16);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `7${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join("-");
}
