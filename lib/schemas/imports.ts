import { z } from "zod";
import { IMPORT_KINDS } from "@/lib/domain/registry-file";
import { idField } from "./filings/fields";
import { reasonField } from "./hall";

/** What a file holds: one of the three kinds. */
const importKindField = z.enum(IMPORT_KINDS, "REQUIRED");

/** 「新建导入」; an export asks for the same. */
export const beginImportForm = z.object({ kind: importKindField, reason: reasonField });

/** 「提交复核」 and 「放弃导入」 of a run. */
export const importRunForm = z.object({ run: idField, reason: reasonField });
