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
