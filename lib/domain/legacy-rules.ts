import { effectiveStatus } from "@/lib/domain/relation-actions";
import {
  isManager,
  type RelationFacts,
  type RelationProblem,
  type RelationStatus,
  relationProblem,
} from "@/lib/domain/relation-rules";

/**
 * Whom an old entry offers in 办税人员选择. `SET_UP`: people the registry lists, whose collected details agree with it, handlers
 * once a manager has added them (辽宁 二(一)). `LISTED`: whoever the registry lists, is bound, or was added (云南 1.4(2)).
 */
export type PeopleRule = "SET_UP" | "LISTED";

/** A relation as the old entries see it. */
export type LegacyRelationFacts = RelationFacts & {
  /** The core registry (核心征管) lists the person for the enterprise. */
  inRegistry: boolean;
};

/**
 * What is stored of a relation as an old entry reads it: one made there by one side is in force (O1); the registry's own
 * 法定代表人 and 财务负责人 need not have agreed elsewhere first, nor its handlers where everybody listed may enter.
 */
function asOldEntryReads<
  Facts extends Pick<RelationFacts, "role" | "status" | "legacyOnly"> & { inRegistry?: boolean },
>(facts: Facts, rule: PeopleRule): Facts {
  const waits = facts.status === "REGISTERED" || facts.status === "PENDING_PERSON";
  const listed = rule === "LISTED" ? facts.inRegistry : isManager(facts.role);
  const counts = waits && (facts.legacyOnly || listed);
  return { ...facts, status: counts ? "ACTIVE" : facts.status, legacyOnly: false };
}

/** Why a relation may not be used at an old entry today, or null. */
export function legacyRelationProblem(
  facts: LegacyRelationFacts,
  today: string,
  rule: PeopleRule,
): RelationProblem | null {
  const read = asOldEntryReads(facts, rule);
  // 云南 3.4.3(4): 解绑后的用户登录会提示未绑定企业.
  if (rule === "LISTED" && read.status === "REMOVED") return "NOT_BOUND";
  return relationProblem(read, today);
}

/**
 * A relation's state at an old entry that is set up person by person, as of today: ACTIVE for whoever is set up there. The unified one
 * is `effectiveStatus`.
 */
export function legacyStatus(
  facts: Pick<RelationFacts, "role" | "status" | "validTo" | "legacyOnly">,
  today: string,
): RelationStatus {
  return effectiveStatus(asOldEntryReads(facts, "SET_UP"), today);
}

/** What decides whether a person of the enterprise can be chosen at an old entry (人员选择). */
export type HandlerFacts = {
  /** Null for staff of an agency: being listed is what counts. */
  relation: LegacyRelationFacts | null;
  /** 实名采集 done. */
  collected: boolean;
  /** NONE: never registered nationwide, which the old entry does not ask for; ENDED: closed or invalid. */
  account: "NONE" | "OPEN" | "ENDED";
  /** TAKEN: somebody else has verified that number since (P2). */
  registryMobile: "NONE" | "MATCHES" | "DIFFERS" | "TAKEN";
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
export function handlerProblem(
  facts: HandlerFacts,
  today: string,
  rule: PeopleRule,
): HandlerProblem | null {
  const { relation, registryMobile } = facts;
  const setUp = rule === "SET_UP";
  if (setUp && relation && !relation.inRegistry) return "REGISTRY_PERSON_MISSING";
  if (relation?.frozen) return "HANDLER_LOCKED";
  if (setUp && !facts.collected) return "HANDLER_NOT_COLLECTED";
  const differs = registryMobile === "DIFFERS" || registryMobile === "TAKEN";
  if (setUp && differs) return "REGISTRY_MOBILE_DIFFERS";
  if (facts.account === "ENDED") return "PERSON_NOT_REGISTERED";
  const problem = relation && legacyRelationProblem(relation, today, rule);
  return problem === "RELATION_WAITING" ? "HANDLER_NOT_SET_UP" : problem;
}

/** 「同步办税人」 passes over whom the registry knows by another number than 实名采集 does (辽宁 二(一)2). */
export function isSkipped(problem: HandlerProblem | null): boolean {
  return problem === "REGISTRY_MOBILE_DIFFERS";
}

/** Whether the person has agreed to the relation, or was added by 授权信息: both have more than the registry's entry (云南 1.4(2)). */
export function isBound({
  status,
  legacyOnly,
}: Pick<RelationFacts, "status" | "legacyOnly">): boolean {
  return status === "ACTIVE" || legacyOnly;
}

export type HandlerSmsProblem =
  | "REGISTRY_LANDLINE_ONLY"
  | "REGISTRY_PHONE_EMPTY"
  | "REGISTRY_MOBILE_DIFFERS";

/**
 * Which phone the text message goes to, or why to none. 移动电话 of the registry is what counts, a number written under 固定电话 is
 * not used (辽宁 七3); a registry without either leaves the person's own phone. Under `LISTED` whoever is bound has the message
 * on their own phone, and the others on the registry's alone (云南 1.4(2)).
 */
export function handlerPhone(
  facts: Pick<HandlerFacts, "relation" | "registryMobile" | "registryLandline" | "ownPhone">,
  rule: PeopleRule,
): "OWN" | "REGISTRY" | HandlerSmsProblem {
  const { relation, registryMobile, registryLandline, ownPhone } = facts;
  const bound = relation === null || isBound(relation);
  if (rule === "LISTED" && bound && ownPhone) return "OWN";
  if (registryMobile === "TAKEN") return "REGISTRY_MOBILE_DIFFERS";
  if (registryMobile !== "NONE") return "REGISTRY";
  if (registryLandline) return "REGISTRY_LANDLINE_ONLY";
  return ownPhone && (rule === "SET_UP" || bound) ? "OWN" : "REGISTRY_PHONE_EMPTY";
}
