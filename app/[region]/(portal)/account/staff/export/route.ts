import { requireRegion } from "@/app/[region]/_components/require-region";
import { dayOf, formatDay } from "@/lib/domain/china-time";
import { relationSourceLabel, roleLabel } from "@/lib/labels";
import { servingAgents } from "@/lib/server/grants/agents";
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
  const [rows, agents] = await Promise.all([allStaff(viewer), servingAgents(viewer)]);
  const today = dayOf(viewer.now);
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
    ...agents.map((agent) => [
      agent.name,
      agent.maskedDocumentNumber,
      `${roleLabel("TAX_AGENT")}（${agent.agency}）`,
      `${formatDay(agent.validFrom)}起，至${formatDay(agent.validTo)}`,
      "涉税专业服务协议",
      lastUseText(agent),
      agent.validFrom > today ? "未生效" : "有效",
    ]),
  ]);
}
