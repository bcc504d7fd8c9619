import { z } from "zod";
import { isRealDate } from "@/lib/domain/china-time";
import { checkDocumentNumber, DOCUMENT_TYPES, isForeignType } from "@/lib/domain/documents";
import { periodProblem } from "@/lib/domain/filing-rules";
import { normalizeCode, normalizePhone } from "@/lib/domain/normalize";
import { checkPhoneNumber } from "@/lib/domain/phone-number";
import { requiredText, versionField } from "../fields";

/** People one form may add; more come with the next one. */
export const MAX_ADDED_PEOPLE = 10;
const MAX_CHOSEN = 200;
/** Whether somebody is born yet is for the server to say. */
const NO_DAY_LIMIT = "9999-12-31";

/** What every form of an acting identity carries: its own id, and the count of switches it was rendered for (B7). */
export const filingFields = {
  filing: z.uuid("INVALID"),
  identityVersion: versionField,
};

/** An id of the database as a form sends it back. */
export const idField = z.string("INVALID").min(1, "INVALID").max(64, "INVALID");

/** Ids that were ticked. */
export const chosenField = z.array(idField, "INVALID").max(MAX_CHOSEN, "TOO_LONG");

/** A name of a person. */
export const nameField = requiredText(50);

/** A day "YYYY-MM-DD": REQUIRED, DAY_INVALID. */
export const dayField = requiredText(10).refine(isDay, "DAY_INVALID");

/** A phone number, normalised: REQUIRED, PHONE_INVALID. */
export const phoneField = requiredText(32)
  .transform(normalizePhone)
  .refine((number) => checkPhoneNumber(number) === null, "PHONE_INVALID");

const identity = {
  name: nameField,
  documentType: z.enum(DOCUMENT_TYPES, "REQUIRED"),
  /** ISO 3166-1 alpha-2; only foreign documents have another one than CN. */
  country: z.string("INVALID").max(2, "COUNTRY_INVALID").optional(),
  documentNumber: requiredText(64).transform(normalizeCode),
};

/** Somebody to be listed, by name and document (证件). */
export const listedPerson = z.object(identity).superRefine(checkIdentity);

/** A handler to be registered (办税人员): with the mobile number the registry keeps. */
export const registeredPerson = z
  .object({ ...identity, mobile: phoneField })
  .superRefine(checkIdentity);

export type ListedPerson = z.output<typeof listedPerson>;

/** The document has to be one of its type, and one from abroad to say from where. */
export function checkIdentity(
  { documentType, documentNumber, country }: Omit<ListedPerson, "name">,
  context: z.RefinementCtx,
) {
  const problem = checkDocumentNumber(documentType, documentNumber, NO_DAY_LIMIT);
  if (problem) {
    context.addIssue({ code: "custom", message: problem, path: ["documentNumber"] });
  }
  if (isForeignType(documentType) && !/^[A-Z]{2}$/.test(country ?? "")) {
    context.addIssue({ code: "custom", message: "COUNTRY_INVALID", path: ["country"] });
  }
}

/** A period has to end on or after the day it begins. */
export function withPeriod<T extends { validFrom: string; validTo: string | null }>(
  schema: z.ZodType<T, Record<string, unknown>>,
) {
  return schema.superRefine((period, context) => {
    const problem = periodProblem(period, null);
    if (problem) context.addIssue({ code: "custom", message: problem, path: ["validTo"] });
  });
}

function isDay(text: string): boolean {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  return parts !== null && isRealDate(Number(parts[1]), Number(parts[2]), Number(parts[3]));
}
