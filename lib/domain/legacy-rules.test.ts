import { expect, test } from "vitest";
import {
  type HandlerFacts,
  handlerPhone,
  handlerProblem,
  isSkipped,
  legacyRelationProblem,
} from "@/lib/domain/legacy-rules";
import { relationProblem } from "@/lib/domain/relation-rules";

const TODAY = "2026-11-22";
const active = {
  role: "TAX_HANDLER",
  status: "ACTIVE",
  validFrom: null,
  validTo: null,
  frozen: false,
  legacyOnly: false,
  inRegistry: true,
} as const;

test("O1 a relation made by one side counts at the old entry and waits everywhere else", () => {
  for (const facts of [
    { ...active, legacyOnly: true },
    { ...active, status: "PENDING_PERSON", legacyOnly: true } as const,
  ]) {
    expect(legacyRelationProblem(facts, TODAY, "SET_UP")).toBeNull();
    expect(relationProblem(facts, TODAY)).toBe("RELATION_WAITING");
  }
});

test("OL1 the registry's managers need not have agreed elsewhere; its handlers have to be added first", () => {
  for (const status of ["REGISTERED", "PENDING_PERSON"] as const) {
    expect(legacyRelationProblem({ ...active, status }, TODAY, "SET_UP")).toBe("RELATION_WAITING");
    for (const role of ["LEGAL_REPRESENTATIVE", "FINANCE_MANAGER"] as const) {
      expect(legacyRelationProblem({ ...active, status, role }, TODAY, "SET_UP")).toBeNull();
    }
  }
});

test("B9 what has ended, is frozen or not yet valid is so at the old entry, too", () => {
  const made = { ...active, legacyOnly: true };
  expect(legacyRelationProblem({ ...made, status: "REMOVED" }, TODAY, "SET_UP")).toBe(
    "RELATION_NOT_ACTIVE",
  );
  expect(legacyRelationProblem({ ...made, validTo: "2026-11-21" }, TODAY, "SET_UP")).toBe(
    "RELATION_EXPIRED",
  );
  expect(legacyRelationProblem({ ...made, validTo: TODAY }, TODAY, "SET_UP")).toBeNull();
  expect(legacyRelationProblem({ ...made, validFrom: "2026-11-23" }, TODAY, "SET_UP")).toBe(
    "RELATION_NOT_YET_VALID",
  );
  expect(legacyRelationProblem({ ...made, frozen: true }, TODAY, "SET_UP")).toBe("HANDLER_FROZEN");
});

const fine: HandlerFacts = {
  relation: active,
  collected: true,
  account: "OPEN",
  registryMobile: "MATCHES",
  registryLandline: false,
  ownPhone: true,
};

test("OL1 what keeps a person from being chosen, the registry's word first", () => {
  const say = (change: Partial<HandlerFacts>, relation = {}) =>
    handlerProblem({ ...fine, ...change, relation: { ...active, ...relation } }, TODAY, "SET_UP");
  expect(say({})).toBeNull();
  expect(say({ collected: false }, { inRegistry: false, frozen: true })).toBe(
    "REGISTRY_PERSON_MISSING",
  );
  expect(say({ collected: false }, { frozen: true })).toBe("HANDLER_LOCKED");
  expect(say({ collected: false, registryMobile: "DIFFERS" })).toBe("HANDLER_NOT_COLLECTED");
  expect(say({ registryMobile: "DIFFERS" })).toBe("REGISTRY_MOBILE_DIFFERS");
  expect(say({ account: "ENDED" })).toBe("PERSON_NOT_REGISTERED");
  expect(say({ account: "NONE" })).toBeNull();
  expect(say({}, { status: "REGISTERED" })).toBe("HANDLER_NOT_SET_UP");
  expect(isSkipped("REGISTRY_MOBILE_DIFFERS")).toBe(true);
  expect(isSkipped("HANDLER_NOT_COLLECTED")).toBe(false);
});

test("辽宁 七3 a number under 固定电话 is not sent to, even when the person has a phone", () => {
  const none = { ...fine, registryMobile: "NONE", registryLandline: true } as const;
  const to = (change: Partial<HandlerFacts>) => handlerPhone({ ...none, ...change }, "SET_UP");
  expect(to({})).toBe("REGISTRY_LANDLINE_ONLY");
  expect(to({ registryLandline: false })).toBe("OWN");
  expect(to({ registryLandline: false, ownPhone: false })).toBe("REGISTRY_PHONE_EMPTY");
  expect(to({ registryMobile: "MATCHES" })).toBe("REGISTRY");
});

test("OY1 whoever the registry lists may enter, whatever was collected; what has not been agreed elsewhere still waits", () => {
  const say = (change: Partial<HandlerFacts>, relation = {}) =>
    handlerProblem({ ...fine, ...change, relation: { ...active, ...relation } }, TODAY, "LISTED");
  for (const status of ["REGISTERED", "PENDING_PERSON"] as const) {
    expect(say({ collected: false, registryMobile: "DIFFERS" }, { status })).toBeNull();
    expect(say({}, { status, inRegistry: false })).toBe("HANDLER_NOT_SET_UP");
    expect(say({}, { status, inRegistry: false, legacyOnly: true })).toBeNull();
  }
  expect(say({}, { status: "PENDING_ENTERPRISE", inRegistry: false })).toBe("HANDLER_NOT_SET_UP");
  expect(say({}, { inRegistry: false })).toBeNull();
  expect(say({}, { frozen: true })).toBe("HANDLER_LOCKED");
});

test("OY1 the message goes to the own phone of whoever is bound or added, to the registry's of anybody else", () => {
  const to = (change: Partial<HandlerFacts>, relation = {}) =>
    handlerPhone({ ...fine, ...change, relation: { ...active, ...relation } }, "LISTED");
  const listed = { status: "REGISTERED" };
  expect(to({ registryMobile: "DIFFERS" })).toBe("OWN");
  expect(to({ registryMobile: "DIFFERS" }, { ...listed, legacyOnly: true })).toBe("OWN");
  expect(to({ registryMobile: "DIFFERS" }, listed)).toBe("REGISTRY");
  expect(to({ ownPhone: false })).toBe("REGISTRY");
  // P2: somebody else has verified the registry's number since.
  expect(to({ registryMobile: "TAKEN" }, listed)).toBe("REGISTRY_MOBILE_DIFFERS");
  expect(to({ registryMobile: "NONE" }, listed)).toBe("REGISTRY_PHONE_EMPTY");
});
