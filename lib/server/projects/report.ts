import "server-only";
import type { z } from "zod";
import { formatDay } from "@/lib/domain/china-time";
import { maskPhone } from "@/lib/domain/masking";
import { failure, type Result } from "@/lib/domain/result";
import { projectKindLabel } from "@/lib/labels";
import { findRegion } from "@/lib/regions/list";
import type { crossRegionForm } from "@/lib/schemas/filings/cross-region";
import { filerOf, type SignedIn } from "../filings/access";
import { submitFiling } from "../filings/submit";

/** Files 《跨区域涉税事项报告表》 or a 跨区域财产税源登记, for the enterprise or, as its agent, for a client (X1). */
export async function fileCrossRegionReport(
  { filing, identityVersion, ...values }: z.output<typeof crossRegionForm>,
  context: SignedIn,
): Promise<Result<{ to: string }>> {
  const kind = values.projectKind === "REPORT" ? "CROSS_REGION_REPORT" : "PROPERTY_SOURCE";
  const filer = await filerOf(context, kind, identityVersion);
  if (!filer.ok) return filer;
  const { enterpriseId } = filer.value;
  if (!enterpriseId) return failure("FILED_BY_ENTERPRISES");
  const place = findRegion(values.projectRegion);
  if (!place) return failure("PROJECT_REGION_UNKNOWN", { field: "projectRegion" });
  const lines = [
    { name: "特定主体类型", value: projectKindLabel(values.projectKind) },
    { name: "项目地", value: place.name },
    { name: "项目名称", value: values.projectName },
    { name: "经办人", value: `${values.handlerName} ${maskPhone(values.handlerPhone)}` },
    { name: "联系人", value: `${values.contactName} ${maskPhone(values.contactPhone)}` },
    { name: "有效期", value: `${formatDay(values.validFrom)}至${formatDay(values.validTo)}` },
  ];
  const access = { ...filer.value, enterpriseId };
  return submitFiling({ kind, filing, access, values, lines }, context);
}
