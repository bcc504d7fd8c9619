import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { ResponsiveTable } from "@/components/ui/responsive-table";
import { dayOf, formatDay } from "@/lib/domain/china-time";
import { type ServingAgent, servingAgents } from "@/lib/server/grants/agents";
import { lastUseText, Reason } from "./relation-cells";

type AgentsProps = {
  region: string;
  viewer: { enterpriseId: string; personId: string; now: Date };
  /** Part of a name; empty shows all of them. */
  search: string;
};

/** 涉税代理人员 of the enterprise, with what it has given them and 「授权」 (B12, E4). Shows nothing when there is none. */
export async function Agents({ region, viewer, search }: AgentsProps) {
  const agents = (await servingAgents(viewer)).filter(({ name }) => name.includes(search));
  if (agents.length === 0) return null;
  return (
    <section aria-labelledby="agents" className="mt-10">
      <h2 id="agents" className="mb-2 text-lg">
        涉税代理人员
      </h2>
      <p className="mb-4 text-muted">
        由涉税专业服务协议确定；人员和有效期由代理机构变更，可以使用的功能由本企业授权。
      </p>
      <ResponsiveTable
        caption="可以代表本企业的涉税代理人员"
        rows={agents}
        rowKey={({ id }) => id}
        columns={[
          {
            key: "person",
            header: "姓名",
            cell: ({ id, name, maskedDocumentNumber }) => (
              <span id={`of-${id}`}>
                <span className="block">{name}</span>
                <span className="block break-all text-muted text-sm tabular-nums">
                  {maskedDocumentNumber}
                </span>
              </span>
            ),
          },
          { key: "agency", header: "代理机构", cell: ({ agency }) => agency },
          {
            key: "period",
            header: "协议有效期",
            cell: (row) => <Period row={row} today={dayOf(viewer.now)} />,
          },
          {
            key: "functions",
            header: "功能",
            cell: (row) => (
              <>
                <span className="block">{functionsText(row)}</span>
                <span className="block text-muted text-sm">{lastUseText(row)}</span>
              </>
            ),
          },
          {
            key: "action",
            header: "操作",
            cell: ({ id, own }) =>
              own ? (
                <Reason code="OWN_AUTHORIZATION" />
              ) : (
                <form action={`/${region}/account/agents/${id}`}>
                  <Button type="submit" variant="secondary" aria-describedby={`of-${id}`}>
                    授权
                  </Button>
                </form>
              ),
          },
        ]}
      />
    </section>
  );
}

function Period({ row, today }: { row: ServingAgent; today: string }) {
  return (
    <>
      <span className="block whitespace-nowrap">{formatDay(row.validFrom)}起</span>
      <span className="block whitespace-nowrap">至{formatDay(row.validTo)}</span>
      {row.validFrom > today && <Badge>未生效</Badge>}
    </>
  );
}

function functionsText({ functions }: ServingAgent): string {
  return functions.length === 0 ? "默认功能" : `已授权${functions.length}项`;
}
