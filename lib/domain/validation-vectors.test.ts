import { expect, test } from "vitest";
import { checkCreditCode, checkOrganisationCode, checkTaxpayerId } from "@/lib/domain/credit-code";
import {
  checkDocumentNumber,
  checkLegacyResidentId15,
  type DocumentType,
} from "@/lib/domain/documents";
import { checkInternationalNumber, checkMobileNumber } from "@/lib/domain/phone-number";
import vectors from "@/lib/domain/validation-vectors.json";

const TODAY = "2026-11-22";

function asDocument(...types: DocumentType[]) {
  return (value: string) => types.some((type) => checkDocumentNumber(type, value, TODAY) === null);
}

const VALIDATORS: Record<string, (value: string) => boolean> = {
  resident_id_18: asDocument("RESIDENT_ID"),
  resident_id_15: (value) => checkLegacyResidentId15(value) === null,
  hmt_residence_permit: asDocument("HK_MO_RESIDENCE_PERMIT", "TW_RESIDENCE_PERMIT"),
  foreign_pr_2023: asDocument("FOREIGN_PERMANENT_RESIDENT"),
  foreign_pr_2004_2017: asDocument("FOREIGN_PERMANENT_RESIDENT"),
  hkmo_travel_permit: asDocument("HK_MO_TRAVEL_PERMIT"),
  tw_travel_permit: asDocument("TW_TRAVEL_PERMIT"),
  cn_passport: asDocument("CN_PASSPORT"),
  foreign_passport: asDocument("FOREIGN_PASSPORT"),
  work_permit: (value) =>
    (["A", "B", "C"] as const).every(
      (letter) => checkDocumentNumber(`FOREIGN_WORK_PERMIT_${letter}`, value, TODAY) === null,
    ),
  uscc: (value) => checkCreditCode(value) === null,
  org_code: (value) => checkOrganisationCode(value) === null,
  taxpayer_id: (value) => checkTaxpayerId(value) === null,
  cn_mobile: (value) => checkMobileNumber(value) === null,
  intl_phone_e164: (value) => checkInternationalNumber(value) === null,
};

test("R2 every kind of validation vector has its validator", () => {
  expect([...new Set(vectors.map((vector) => vector.kind))].sort()).toEqual(
    Object.keys(VALIDATORS).sort(),
  );
});

test.each(vectors)("R2 $kind $value is valid: $valid ($why)", ({ kind, value, valid }) => {
  expect(VALIDATORS[kind]?.(value)).toBe(valid);
});

test("R2 a resident id of 15 digits is no document number of today", () => {
  const legacy = vectors.filter(({ kind, valid }) => kind === "resident_id_15" && valid);
  for (const { value } of legacy) {
    expect(checkDocumentNumber("RESIDENT_ID", value, TODAY)).toBe("DOCUMENT_NUMBER_FORMAT");
  }
});
