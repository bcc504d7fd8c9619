import { requireRegion } from "@/app/[region]/_components/require-region";
import { formatDay } from "@/lib/domain/china-time";
import { filingKindLabel, projectKindLabel, relationSourceLabel, roleLabel } from "@/lib/labels";
import { findRegion } from "@/lib/regions/list";
import { projectOptions } from "@/lib/server/identities/projects";
import { allOwnRelations, allServedClients } from "@/lib/server/relations/own";
import { requireSession } from "@/lib/server/session";
import { csvResponse } from "../../_components/csv-response";
import { lastUseText, periodText } from "../../_components/relation-cells";

type Context = { params: Promise<{ region: string }> };

/** 我能代表谁 as a file (B12): all that 已授权企业 shows, cross-region projects those of this bureau. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const region = await requireRegion(params);
  const session = await requireSession(region.slug);
  const { personId } = session;
  const now = new Date();
  const [rows, clients, projects] = await Promise.all([
    allOwnRelations(personId, now),
    allServedClients(personId, now),
    projectOptions({
      personId,
      enterpriseId: null,
      region: region.slug,
      kind: null,
      search: "",
      subIdentity: true,
      atMost: Number.POSITIVE_INFINITY,
      now,
    }),
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
    ...projects.map(({ enterpriseName, creditCode, name, number, kind, validFrom, validTo }) => [
      enterpriseName,
      creditCode,
      region.name,
      `${projectKindLabel(kind)} ${number}（${name}）`,
      periodText({ validFrom, validTo }),
      filingKindLabel(kind === "REPORT" ? "CROSS_REGION_REPORT" : kind),
      // Kept of relations and agreements only.
      "",
      "有效",
    ]),
  ]);
}
