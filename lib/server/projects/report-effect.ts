import "server-only";
import { dayOf } from "@/lib/domain/china-time";
import { periodProblem } from "@/lib/domain/filing-rules";
import { failure, type Result, success } from "@/lib/domain/result";
import { findRegion } from "@/lib/regions/list";
import type { CrossRegionReport } from "@/lib/schemas/filings/cross-region";
import type { Tx } from "../db";
import type { Effect, FilingFacts } from "../filings/effect-types";
import { nextProjectNumber } from "../filings/numbers";
import { blindIndex, protect } from "../protect";

/**
 * Opens a cross-region project (跨区域报验 or 财产税源登记, X1) under its own 跨区域涉税事项管理编号. From then on it is found at
 * 特定主体 in the bureau where it is, by the enterprise's people and by the 经办人 and 联系人 of the report.
 */
export async function openProject(
  tx: Tx,
  report: CrossRegionReport,
  { region, enterpriseId, now }: FilingFacts,
): Promise<Result<Effect>> {
  const over = periodProblem(report, dayOf(now));
  if (over) return failure(over, { field: "validTo" });
  const place = findRegion(report.projectRegion);
  if (!place) return failure("PROJECT_REGION_UNKNOWN", { field: "projectRegion" });
  const { id } = await tx.crossRegionProject.create({
    data: {
      number: await nextProjectNumber(tx, region, report.projectKind, now),
      kind: report.projectKind,
      enterpriseId,
      originRegion: region.slug,
      projectRegion: place.slug,
      name: report.projectName,
      taxAuthority: place.bureauName.replace("电子税务局", "税务局"),
      handlerName: report.handlerName,
      handlerPhoneCipher: protect("CrossRegionProject.handlerPhone", report.handlerPhone),
      handlerPhoneIndex: blindIndex("phone", report.handlerPhone),
      contactName: report.contactName,
      contactPhoneCipher: protect("CrossRegionProject.contactPhone", report.contactPhone),
      contactPhoneIndex: blindIndex("phone", report.contactPhone),
      validFrom: report.validFrom,
      validTo: report.validTo,
      createdAt: now,
    },
    select: { id: true },
  });
  return success({ subjectId: id });
}
