import { z } from "zod";
import { filingFields, idField } from "./fields";

const text = z.string("INVALID").max(500, "TOO_LONG");

/** What has been typed into a form so far, right or wrong; the form's own schema judges it when it is filed. */
export const draftValues = z.record(
  z.string().max(40, "INVALID"),
  z.union([
    text,
    z.array(text).max(200, "TOO_LONG"),
    z.array(z.record(z.string().max(40, "INVALID"), text)).max(20, "TOO_LONG"),
  ]),
);

export type DraftValues = z.output<typeof draftValues>;

/** 「保存草稿」. */
export const draftForm = z.object({
  ...filingFields,
  kind: z.enum(
    ["HANDLER_CHANGE", "AGENCY_INFORMATION", "AGREEMENT", "CROSS_REGION_REPORT", "PROPERTY_SOURCE"],
    "INVALID",
  ),
  values: draftValues,
});

/** 「删除草稿」, 「撤回」: which filing, by whom. */
export const ownFilingForm = z.object({
  filing: idField,
  identityVersion: filingFields.identityVersion,
});

/** The texts of a draft by name; empty where nothing usable was typed. */
export function draftTexts<K extends string>(values: DraftValues, ...names: K[]) {
  const text = (value: unknown) => (typeof value === "string" ? value : "");
  return Object.fromEntries(names.map((name) => [name, text(values[name])])) as Record<K, string>;
}

/** The ids ticked in a draft that are still offered. */
export function draftChoice(
  values: DraftValues,
  name: string,
  offered: readonly { id: string }[],
): string[] {
  const chosen: readonly unknown[] = Array.isArray(values[name]) ? values[name] : [];
  return offered.map(({ id }) => id).filter((id) => chosen.includes(id));
}

/** The rows of a draft. */
export function draftRows(values: DraftValues, name: string): Record<string, string>[] {
  const rows = values[name];
  if (!Array.isArray(rows)) return [];
  return rows.filter((row) => typeof row === "object");
}
