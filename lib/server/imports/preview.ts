import "server-only";
import { maskDocumentNumber, maskName, maskPhone } from "@/lib/domain/masking";
import {
  columnTitle,
  DEPARTMENT_WORDS,
  type ImportKind,
  KIND_WORDS,
  roleWord,
  STATUS_WORDS,
  wordFor,
} from "@/lib/domain/registry-file";
import { documentTypeLabel } from "@/lib/labels";
import { db } from "../db";
import type { CurrentOfficer } from "../hall/officer-store";
import { reveal } from "../protect";
import { KNOWN_BY } from "./ranges";

/** Lines on one page of a preview. */
export const PREVIEWED_LINES = 20;

/** What a line would do: something new, a change of what is there, nothing because an earlier line says the same. */
export type LineEffect = "NEW" | "KNOWN" | "SKIPPED";

/** What a line says, in the order of the titles. */
type PreviewLine = { line: number; effect: LineEffect; cells: string[] };

/**
 * The lines of a run that waits to be submitted or decided (预览), a page at a time: by this who approves sees what is approved.
 * People are masked as in every list. Empty in every other state, and for runs of other bureaus.
 */
export async function previewLines(
  { id, kind }: { id: string; kind: ImportKind },
  { region }: Pick<CurrentOfficer, "region">,
  page: number,
): Promise<{ titles: string[]; lines: PreviewLine[] }> {
  const rows = await db.importRow.findMany({
    where: { runId: id, run: { region, status: "READY" } },
    orderBy: { line: "asc" },
    skip: (page - 1) * PREVIEWED_LINES,
    take: PREVIEWED_LINES,
  });
  const lines = rows.map((row): PreviewLine => {
    const known = row[KNOWN_BY[kind]] !== null;
    const effect = row.skipped ? "SKIPPED" : known ? "KNOWN" : "NEW";
    return { line: row.line, effect, cells: CELLS[kind](row) };
  });
  return { titles: TITLES[kind], lines };
}

const TITLES: Readonly<Record<ImportKind, string[]>> = {
  ENTERPRISES: ["creditCode", "name", "kind", "taxAuthority", "status"].map((key) =>
    columnTitle("ENTERPRISES", key),
  ),
  PEOPLE: ["姓名", "证件", "移动电话", "固定电话"],
  RELATIONS: [columnTitle("RELATIONS", "creditCode"), "姓名", "证件", "身份", "有效期"],
};

type Row = Awaited<ReturnType<typeof db.importRow.findFirstOrThrow>>;

const CELLS: Readonly<Record<ImportKind, (row: Row) => string[]>> = {
  ENTERPRISES: ({ creditCode, name, enterpriseKind, taxAuthority, enterpriseStatus }) => [
    creditCode ?? "",
    name ?? "",
    wordFor<string | null>(KIND_WORDS, enterpriseKind),
    taxAuthority ?? "",
    wordFor<string | null>(STATUS_WORDS, enterpriseStatus),
  ],
  PEOPLE: (row) => {
    const { mobileCipher, landlineCipher, shared } = row;
    const mobile = mobileCipher ? maskPhone(reveal("Relation.registryMobile", mobileCipher)) : "";
    return [
      ...personCells(row),
      mobile && shared ? `${mobile}（置空）` : mobile,
      landlineCipher ? maskPhone(reveal("Relation.registryLandline", landlineCipher)) : "",
    ];
  },
  RELATIONS: (row) => {
    const { creditCode, role, primary, department, validFrom, validTo } = row;
    const source = wordFor<string | null>(DEPARTMENT_WORDS, department);
    const word = role ? roleWord(role, primary ?? true) : "";
    const limited = validFrom !== null || validTo !== null;
    return [
      creditCode ?? "",
      ...personCells(row),
      source ? `${word}（${source}）` : word,
      limited ? `${validFrom ?? ""} 至 ${validTo ?? "长期"}` : "",
    ];
  },
};

/** 姓名 and 证件. */
function personCells({ name, documentType, country, documentNumberCipher }: Row): string[] {
  const number = reveal("Person.documentNumber", documentNumberCipher ?? "");
  const document = [
    documentType && documentTypeLabel(documentType),
    country !== "CN" && country,
    maskDocumentNumber(number),
  ];
  return [maskName(name ?? ""), document.filter(Boolean).join(" ")];
}
