import { requireRegion } from "@/app/[region]/_components/require-region";
import { relationSourceLabel, roleLabel } from "@/lib/labels";
import { allStaff } from "@/lib/server/relations/staff";
import { requireSession } from "@/lib/server/session";
import { csvResponse } from "../../_components/csv-response";
import { lastUseText, periodText } from "../../_components/relation-cells";
import { staffViewer } from "../_components/staff-viewer";

type Context = { params: Promise<{ region: string }> };

/** 谁能代表我们 as a file (B12), for managers of the acting enterprise only. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const region = await requireRegion(params);
  const session = await requireSession(region.slug);
  const viewer = session.problem ? null : staffViewer(session, new Date());
  if (!viewer) return new Response(null, { status: 403 });
  const rows = await allStaff(viewer);
  return csvResponse("谁能代表我们", [
    ["姓名", "证件号码", "身份", "有效期", "来源", "最近使用", "状态"],
    ...rows.map((row) => [
      row.person.name,
      row.person.maskedDocumentNumber,
      roleLabel(row.role, row.primary),
      periodText(row),
      relationSourceLabel(row.source),
      lastUseText(row),
      row.frozen ? "已冻结" : "有效",
    ]),
  ]);
}
