/** 涉税专业服务协议: its status and inclusive days "YYYY-MM-DD", null is open. */
export type AgreementFacts = {
  status: "PENDING_CLIENT" | "ACTIVE" | "EXPIRED" | "TERMINATED" | "VOID";
  validFrom: string | null;
  validTo: string | null;
};

export type AgreementProblem =
  | "AGREEMENT_EXPIRED"
  | "AGREEMENT_TERMINATED"
  | "AGREEMENT_NOT_YET_VALID"
  | "AGREEMENT_WAITING";

/**
 * Why an agent may not act under an agreement today (L7), or null when it is in force. A period that has passed ends it by
 * itself (协议已到期自动终止), whether or not its status was changed.
 */
export function agreementProblem(facts: AgreementFacts, today: string): AgreementProblem | null {
  if (facts.status === "TERMINATED" || facts.status === "VOID") return "AGREEMENT_TERMINATED";
  if (facts.status === "EXPIRED") return "AGREEMENT_EXPIRED";
  if (facts.validTo !== null && facts.validTo < today) return "AGREEMENT_EXPIRED";
  if (facts.status === "PENDING_CLIENT") return "AGREEMENT_WAITING";
  if (facts.validFrom !== null && facts.validFrom > today) return "AGREEMENT_NOT_YET_VALID";
  return null;
}
