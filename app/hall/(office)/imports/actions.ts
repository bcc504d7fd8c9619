"use server";

import { beginImportForm, importRunForm } from "@/lib/schemas/imports";
import { officerAction } from "@/lib/server/hall/officer-action";
import { beginImport, cancelImport, submitImport } from "@/lib/server/imports/runs";

const roles = ["COUNTER", "SUPERVISOR"] as const;
const beginning = officerAction({ input: beginImportForm, roles }, beginImport);
const submitting = officerAction({ input: importRunForm, roles }, submitImport);
const cancelling = officerAction({ input: importRunForm, roles }, cancelImport);

/** 「新建导入」. */
export async function beginImportAction(input: unknown) {
  return beginning(input);
}

/** 「提交复核」. */
export async function submitImportAction(input: unknown) {
  return submitting(input);
}

/** 「放弃导入」. */
export async function cancelImportAction(input: unknown) {
  return cancelling(input);
}
