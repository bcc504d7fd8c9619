import { requireRegion } from "@/app/[region]/_components/require-region";
import { relationSourceLabel, roleLabel } from "@/lib/labels";
import { findRegion } from "@/lib/regions/list";
import { allOwnRelations } from "@/lib/server/relations/own";
import { requireSession } from "@/lib/server/session";
import { csvResponse } from "../../_components/csv-response";
import { lastUseText, periodText } from "../../_components/relation-cells";

type Context = { params: Promise<{ region: string }> };

/** 我能代表谁 as a file (B12). */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const region = await requireRegion(params);
  const session = await requireSession(region.slug);
  const rows = await allOwnRelations(session.personId, new Date());
  return csvResponse("我能代表谁", [
    ["企业", "纳税人识别号", "税务局", "身份", "有效期", "来源", "最近使用", "状态"],
    ...rows.map((row) => [
      row.enterprise.name,
      row.enterprise.creditCode,
      findRegion(row.enterprise.region)?.name ?? "",
      roleLabel(row.role, row.primary),
      periodText(row),
      relationSourceLabel(row.source),
      lastUseText(row),
      row.frozen ? "已冻结" : "有效",
    ]),
  ]);
}
