/** 税务人员: who works at the counter, who supervises and decides (复核), who only reads the trail. */
export const OFFICER_ROLES = ["COUNTER", "SUPERVISOR", "AUDITOR"] as const;

export type OfficerRole = (typeof OFFICER_ROLES)[number];
