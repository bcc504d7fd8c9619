import { effectiveStatus } from "@/lib/domain/relation-actions";
import {
  isManager,
  type RelationFacts,
  type RelationProblem,
  type RelationStatus,
  relationProblem,
} from "@/lib/domain/relation-rules";

/**
 * What is stored of a relation as an old entry reads it: one made there by one side is in force (O1), and the registry's own
 * 法定代表人 and 财务负责人 need not have agreed elsewhere first.
 */
function asOldEntryReads<Facts extends Pick<RelationFacts, "role" | "status" | "legacyOnly">>(
  facts: Facts,
): Facts {
  const waits = facts.status === "REGISTERED" || facts.status === "PENDING_PERSON";
  const counts = waits && (facts.legacyOnly || isManager(facts.role));
  return { ...facts, status: counts ? "ACTIVE" : facts.status, legacyOnly: false };
}

/** Why a relation may not be used at an old entry today, or null. */
export function legacyRelationProblem(facts: RelationFacts, today: string): RelationProblem | null {
  return relationProblem(asOldEntryReads(facts), today);
}

/** A relation's state at an old entry as of today: ACTIVE for whoever is set up there. The unified one is `effectiveStatus`. */
export function legacyStatus(
  facts: Pick<RelationFacts, "role" | "status" | "validTo" | "legacyOnly">,
  today: string,
): RelationStatus {
  return effectiveStatus(asOldEntryReads(facts), today);
}

/** What decides whether a person of the enterprise can be chosen at an old entry (人员选择). */
export type HandlerFacts = {
  /** Null for staff of an agency: being listed is what counts. */
  relation: (RelationFacts & { inRegistry: boolean }) | null;
  /** 实名采集 done. */
  collected: boolean;
  /** NONE: never registered nationwide, which the old entry does not ask for; ENDED: closed or invalid. */
  account: "NONE" | "OPEN" | "ENDED";
  registryMobile: "NONE" | "MATCHES" | "DIFFERS";
  registryLandline: boolean;
  /** The person has a phone of their own. */
  ownPhone: boolean;
};

export type HandlerProblem =
  | "REGISTRY_PERSON_MISSING"
  | "HANDLER_LOCKED"
  | "HANDLER_NOT_COLLECTED"
  | "REGISTRY_MOBILE_DIFFERS"
  | "HANDLER_NOT_SET_UP"
  | "PERSON_NOT_REGISTERED"
  | RelationProblem;

/** Why a person cannot be chosen, or null: what the registry says first, then the freeze, then what the person has to do. */
export function handlerProblem(facts: HandlerFacts, today: string): HandlerProblem | null {
  const { relation } = facts;
  if (relation && !relation.inRegistry) return "REGISTRY_PERSON_MISSING";
  if (relation?.frozen) return "HANDLER_LOCKED";
  if (!facts.collected) return "HANDLER_NOT_COLLECTED";
  if (facts.registryMobile === "DIFFERS") return "REGISTRY_MOBILE_DIFFERS";
  if (facts.account === "ENDED") return "PERSON_NOT_REGISTERED";
  const problem = relation && legacyRelationProblem(relation, today);
  return problem === "RELATION_WAITING" ? "HANDLER_NOT_SET_UP" : problem;
}

/** 「同步办税人」 passes over whom the registry knows by another number than 实名采集 does (辽宁 二(一)2). */
export function isSkipped(problem: HandlerProblem | null): boolean {
  return problem === "REGISTRY_MOBILE_DIFFERS";
}

/**
 * Why no text message can be sent to a person, or null: 移动电话 of the registry is what counts, a number written under
 * 固定电话 is not used (辽宁 七3); a registry without either leaves the person's own phone.
 */
export function handlerSmsProblem(
  facts: Pick<HandlerFacts, "registryMobile" | "registryLandline" | "ownPhone">,
): "REGISTRY_LANDLINE_ONLY" | "REGISTRY_PHONE_EMPTY" | null {
  if (facts.registryMobile !== "NONE") return null;
  if (facts.registryLandline) return "REGISTRY_LANDLINE_ONLY";
  return facts.ownPhone ? null : "REGISTRY_PHONE_EMPTY";
}
