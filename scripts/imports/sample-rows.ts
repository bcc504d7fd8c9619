import { creditCodeCheck, mod11Check, organisationCheck } from "@/lib/domain/check-digits";
import { CSV_BOM, csvLine } from "@/lib/domain/csv";
import { FILE_COLUMNS, type ImportKind } from "@/lib/domain/registry-file";

const DAY_MS = 86_400_000;
const FIRST_BIRTH = Date.UTC(1960, 0, 1);
const BIRTHDAYS = 15_000;

/** A valid document number of nobody: a prefix that is issued to nobody, distinct for each `index` below fifteen million. */
export function sampleDocument(index: number): string {
  const birth = new Date(FIRST_BIRTH + (index % BIRTHDAYS) * DAY_MS);
  const serial = String(Math.floor(index / BIRTHDAYS)).padStart(3, "0");
  const body = `370100${birth.toISOString().slice(0, 10).replaceAll("-", "")}${serial}`;
  return body + mod11Check(body);
}

/** A valid credit code of no enterprise. */
export function sampleCreditCode(index: number): string {
  const base = `Y${String(index).padStart(7, "0")}`;
  const body = `91370100${base}${organisationCheck(base)}`;
  return body + creditCodeCheck(body);
}

/** A number of a range that is assigned to nobody. */
export function samplePhone(index: number): string {
  return `1546${String(index).padStart(7, "0")}`;
}

/** What one line of a sample says, by column; person and enterprise of an `index` belong together. */
export function sampleRow(kind: ImportKind, index: number): Record<string, string> {
  const person = {
    name: `样本${index}`,
    documentType: "居民身份证",
    documentNumber: sampleDocument(index),
  };
  const creditCode = sampleCreditCode(index);
  switch (kind) {
    case "ENTERPRISES":
      return {
        creditCode,
        name: `样本${index}有限公司`,
        kind: "企业",
        taxAuthority: "国家税务总局样本市税务局",
        status: "正常",
      };
    case "PEOPLE":
      return { ...person, mobile: samplePhone(index) };
    case "RELATIONS":
      return { creditCode, ...person, role: "法定代表人", department: "市场监管" };
  }
}

/** The first line of a file. */
export function titleLine(kind: ImportKind): string {
  return CSV_BOM + csvLine(FILE_COLUMNS[kind].map(({ title }) => title));
}

/** One line of a file; what a column is not given is empty. */
export function rowLine(kind: ImportKind, row: Record<string, string>): string {
  return csvLine(FILE_COLUMNS[kind].map(({ key }) => row[key] ?? ""));
}

/** A file of `count` valid lines, piece by piece. */
export function* sampleFile(kind: ImportKind, count: number): Generator<string> {
  yield titleLine(kind);
  for (let index = 0; index < count; index += 1) yield rowLine(kind, sampleRow(kind, index));
}
