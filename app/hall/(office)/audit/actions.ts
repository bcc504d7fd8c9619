"use server";

import { auditExportForm, auditSearchForm, auditVerifyForm } from "@/lib/schemas/audit-trail";
import { exportAuditTrail, searchAuditTrail } from "@/lib/server/audit-trail/search";
import { verifyAsOfficer } from "@/lib/server/audit-trail/verify-as-officer";
import { officerAction } from "@/lib/server/hall/officer-action";

const READERS = ["SUPERVISOR", "AUDITOR"] as const;

const searching = officerAction({ input: auditSearchForm, roles: READERS }, searchAuditTrail);
const exporting = officerAction({ input: auditExportForm, roles: READERS }, exportAuditTrail);
const verifying = officerAction({ input: auditVerifyForm, roles: READERS }, verifyAsOfficer);

/** 「查询」. */
export async function searchAuditTrailAction(input: unknown) {
  return searching(input);
}

/** 「导出CSV」. */
export async function exportAuditTrailAction(input: unknown) {
  return exporting(input);
}

/** 「校验」: the next part of the chain. */
export async function verifyAuditTrailAction(input: unknown) {
  return verifying(input);
}
