import type { FilingApproval, FilingKind } from "@/lib/domain/filing-rules";

/** Every form takes effect when filed; a bureau that wants the hall to look first says HALL for that form. */
export const AUTOMATIC_FILING: Readonly<Record<FilingKind, FilingApproval>> = {
  NEW_TAXPAYER: "AUTOMATIC",
  HANDLER_CHANGE: "AUTOMATIC",
  AGENCY_INFORMATION: "AUTOMATIC",
  AGREEMENT: "AUTOMATIC",
  AGREEMENT_CHANGE: "AUTOMATIC",
  CROSS_REGION_REPORT: "AUTOMATIC",
  PROPERTY_SOURCE: "AUTOMATIC",
};
