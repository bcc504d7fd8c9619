import { requireRegion } from "@/app/[region]/_components/require-region";
import { formatDay } from "@/lib/domain/china-time";
import { relationSourceLabel, roleLabel } from "@/lib/labels";
import { findRegion } from "@/lib/regions/list";
import { allOwnRelations, allServedClients } from "@/lib/server/relations/own";
import { requireSession } from "@/lib/server/session";
import { csvResponse } from "../../_components/csv-response";
import { lastUseText, periodText } from "../../_components/relation-cells";

type Context = { params: Promise<{ region: string }> };

/** 我能代表谁 as a file (B12). */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const region = await requireRegion(params);
  const session = await requireSession(region.slug);
  const { personId } = session;
  const now = new Date();
  const [rows, clients] = await Promise.all([
    allOwnRelations(personId, now),
    allServedClients(personId, now),
  ]);
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
    ...clients.map(({ client, agency, validFrom, validTo, lastUsedAt }) => [
      client.name,
      client.creditCode,
      findRegion(client.region)?.name ?? "",
      `${roleLabel("TAX_AGENT")}（${agency.name}）`,
      `${formatDay(validFrom)}起，至${formatDay(validTo)}`,
      "涉税专业服务协议",
      lastUseText({ lastUsedAt }),
      "有效",
    ]),
  ]);
}
