import { expect, test } from "vitest";
import { DOCUMENT_TYPES } from "@/lib/domain/documents";
import {
  checkName,
  collectedFirst,
  type KnownPerson,
  normalizeName,
  personEntryOnly,
  sameName,
  skipsFace,
} from "@/lib/domain/registration-rules";

test("R2 seven types register directly; passport and work permits after a collection", () => {
  expect(DOCUMENT_TYPES.filter((type) => collectedFirst(type))).toEqual([
    "FOREIGN_PASSPORT",
    "FOREIGN_WORK_PERMIT_A",
    "FOREIGN_WORK_PERMIT_B",
    "FOREIGN_WORK_PERMIT_C",
  ]);
});

test("R3 only a level reached by e-mail alone keeps to 自然人业务", () => {
  expect([0, 2, 3, 4].filter(personEntryOnly)).toEqual([2]);
});

const known: KnownPerson = {
  realNameLevel: 4,
  collectedAtHall: true,
  photographedAtHall: false,
  phoneIndexes: [],
};

test.each<[string, KnownPerson | null, boolean]>([
  ["nobody knows", null, false],
  ["was collected with a photograph", known, true],
  ["was collected without one", { ...known, realNameLevel: 3 }, false],
  ["was photographed at level 3", { ...known, realNameLevel: 3, photographedAtHall: true }, true],
  ["was collected by an APP", { ...known, collectedAtHall: false }, false],
  ["verifies the known phone", { ...known, phoneIndexes: ["a", "b"] }, true],
  ["verifies another phone", { ...known, phoneIndexes: ["b"] }, false],
])("R1 whether the face is skipped by somebody who %s", (_, person, skipped) => {
  expect(skipsFace(person, "a")).toBe(skipped);
});

test.each([
  ["JOHN SMITH", "john  smith"],
  ["买买提·艾力", "买买提•艾力"],
  ["张伟", "张伟 "],
  ["JOHN", "ＪＯＨＮ"],
])("R1 %j and %j are one name", (one, other) => {
  expect(sameName(one, other)).toBe(true);
});

test("R1 another name is another name", () => {
  expect(sameName("张伟", "张玮")).toBe(false);
  expect(sameName("JOHN SMITH", "JOHN SMYTH")).toBe(false);
});

test("R1 a name holds letters and what joins them", () => {
  for (const name of ["高飞", "买买提·艾力", "JOHN O'NEIL-SMITH", "བསོད་ནམས"]) {
    expect(checkName(normalizeName(name))).toBeNull();
  }
  for (const name of ["", "123", "<script>", "a@b", "高飞；", "-"]) {
    expect(checkName(normalizeName(name))).toBe("NAME_INVALID");
  }
});
