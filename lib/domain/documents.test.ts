import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { mod11Check } from "@/lib/domain/check-digits";
import { addDays } from "@/lib/domain/china-time";
import {
  checkDocumentNumber,
  checkLegacyResidentId15,
  checkResidentId,
  DOCUMENT_TYPES,
  isForeignType,
  looksLikeDocumentNumber,
} from "@/lib/domain/documents";

const TODAY = "2026-11-22";

const day = fc.integer({ min: 0, max: 46_000 }).map((days) => addDays("1900-01-01", days));
const serial = fc.integer({ min: 0, max: 999 }).map((number) => String(number).padStart(3, "0"));
const area = fc
  .tuple(fc.constantFrom("11", "37", "54", "65"), fc.integer({ min: 0, max: 9999 }))
  .map(([province, rest]) => `${province}${String(rest).padStart(4, "0")}`);

function complete(body: string): string {
  return `${body}${mod11Check(body)}`;
}

const residentId = fc
  .tuple(area, day, serial)
  .map(([place, birth, number]) => complete(`${place}${birth.replaceAll("-", "")}${number}`));

describe("resident id", () => {
  test("R2 every well-formed resident id passes", () => {
    fc.assert(
      fc.property(residentId, (id) => {
        expect(checkDocumentNumber("RESIDENT_ID", id, TODAY)).toBeNull();
      }),
    );
  });

  test("R2 changing any single character of a resident id fails", () => {
    fc.assert(
      fc.property(
        residentId,
        fc.integer({ min: 0, max: 17 }),
        fc.constantFrom(..."0123456789X"),
        (id, at, other) => {
          fc.pre(id.charAt(at) !== other);
          const changed = id.slice(0, at) + other + id.slice(at + 1);
          expect(checkDocumentNumber("RESIDENT_ID", changed, TODAY)).not.toBeNull();
        },
      ),
    );
  });

  test("R2 a birth today is right and one tomorrow is not", () => {
    const born = (date: string) => complete(`370100${date.replaceAll("-", "")}001`);
    expect(checkDocumentNumber("RESIDENT_ID", born(TODAY), TODAY)).toBeNull();
    expect(checkDocumentNumber("RESIDENT_ID", born("2026-11-23"), TODAY)).toBe(
      "DOCUMENT_NUMBER_DATE",
    );
    expect(checkResidentId(born("2026-11-23"), null)).toBeNull();
  });

  test("R2 the problem says what is wrong", () => {
    expect(checkDocumentNumber("RESIDENT_ID", "1", TODAY)).toBe("DOCUMENT_NUMBER_FORMAT");
    expect(checkDocumentNumber("RESIDENT_ID", "11010519491231002x", TODAY)).toBe(
      "DOCUMENT_NUMBER_FORMAT",
    );
    expect(checkDocumentNumber("RESIDENT_ID", "810000199207034016", TODAY)).toBe(
      "DOCUMENT_NUMBER_PLACE",
    );
    expect(checkDocumentNumber("RESIDENT_ID", complete("11010118991231001"), TODAY)).toBe(
      "DOCUMENT_NUMBER_DATE",
    );
    expect(checkDocumentNumber("RESIDENT_ID", "110101199003078874", TODAY)).toBe(
      "DOCUMENT_NUMBER_CHECK",
    );
  });

  test("R2 15 digits: 29 February needs a leap year of the last century", () => {
    expect(checkLegacyResidentId15("110105680229001")).toBeNull();
    expect(checkLegacyResidentId15("110105690229001")).toBe("DOCUMENT_NUMBER_DATE");
    expect(checkLegacyResidentId15("110105000229001")).toBe("DOCUMENT_NUMBER_DATE");
  });
});

test("R2 residence permits belong to their own territory", () => {
  const check = (type: "HK_MO_RESIDENCE_PERMIT" | "TW_RESIDENCE_PERMIT", value: string) =>
    checkDocumentNumber(type, value, TODAY);
  expect(check("HK_MO_RESIDENCE_PERMIT", "810000199207034016")).toBeNull();
  expect(check("TW_RESIDENCE_PERMIT", "810000199207034016")).toBe("DOCUMENT_NUMBER_PLACE");
  expect(check("TW_RESIDENCE_PERMIT", "830000197902141176")).toBeNull();
  expect(check("HK_MO_RESIDENCE_PERMIT", "830000197902141176")).toBe("DOCUMENT_NUMBER_PLACE");
});

test("R2 passports of Hong Kong and Macao pass as Chinese passports", () => {
  for (const value of ["K12345678", "KJ0123456", "H12345678", "MA1234567"]) {
    expect(checkDocumentNumber("CN_PASSPORT", value, TODAY)).toBeNull();
  }
});

test("R1 documents of foreigners need a country", () => {
  expect(DOCUMENT_TYPES.filter(isForeignType)).toEqual([
    "FOREIGN_PERMANENT_RESIDENT",
    "FOREIGN_PASSPORT",
    "FOREIGN_WORK_PERMIT_A",
    "FOREIGN_WORK_PERMIT_B",
    "FOREIGN_WORK_PERMIT_C",
    "OTHER",
  ]);
});

test("R2 no check of a document number throws or accepts white space", () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...DOCUMENT_TYPES),
      fc.string({ unit: "binary", maxLength: 40 }),
      (type, text) => {
        const problem = checkDocumentNumber(type, text, TODAY);
        if (/[^0-9A-Z]/.test(text)) expect(problem).toBe("DOCUMENT_NUMBER_FORMAT");
        checkLegacyResidentId15(text);
        looksLikeDocumentNumber(text);
      },
    ),
  );
});

test.each([
  ["370100199002140243", true],
  ["H12345678", true],
  ["KAZ110090123105", true],
  ["P1234567A", true],
  ["C01X00T47", true],
  ["ZHANGWEI78", false],
  ["ZHAXI2026", false],
  ["ABC12345", false],
  ["", false],
])("A2 %s has the look of a document number: %s", (value, expected) => {
  expect(looksLikeDocumentNumber(value)).toBe(expected);
});
