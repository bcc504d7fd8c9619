import { Alert } from "@/components/ui/alert";
import { Card } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import { formatMoment } from "@/lib/domain/china-time";
import type { FilingKind, FilingStatus } from "@/lib/domain/filing-rules";
import type { RegionProfile } from "@/lib/regions/types";
import type { FilingView } from "@/lib/server/filings/list";
import { FilingStatusBadge } from "../../_components/filing-status-badge";

type ConfirmationProps = { filing: FilingView; region: RegionProfile };

/** Where the filing stands and what follows, its numbers, and everything that was filed. */
export function Confirmation({ filing, region }: ConfirmationProps) {
  const { tone, title } = OUTCOMES[filing.status];
  return (
    <>
      <Alert tone={tone} role="status" title={title} className="mb-6">
        <p>{filing.reason ?? nextStep(filing, region)}</p>
      </Alert>
      <Card>
        <DescriptionList
          items={[
            { name: "受理编号", value: filing.number ?? "—" },
            ...(filing.projectNumber
              ? [
                  {
                    name: "跨区域涉税事项管理编号",
                    value: <strong>{filing.projectNumber}</strong>,
                  },
                ]
              : []),
            { name: "状态", value: <FilingStatusBadge status={filing.status} /> },
            { name: "申报企业", value: filing.enterprise },
            { name: "经办人", value: filing.filedBy },
            { name: "提交时间", value: formatMoment(filing.at) },
          ]}
        />
      </Card>
      <section aria-labelledby="filed" className="mt-8">
        <h2 id="filed" className="mb-4 text-lg">
          申报内容
        </h2>
        <Card>
          <dl className="divide-y divide-line">
            {filing.lines.map(({ name, value }) => (
              <div
                key={`${name} ${value}`}
                className="grid gap-1 py-3 sm:grid-cols-[12rem_1fr] sm:gap-4"
              >
                <dt className="text-muted">{name}</dt>
                <dd className="min-w-0 tabular-nums">{value}</dd>
              </div>
            ))}
          </dl>
        </Card>
      </section>
    </>
  );
}

const OUTCOMES = {
  DRAFT: { tone: "info", title: "草稿，尚未提交" },
  PENDING: { tone: "info", title: "已提交，等待办税服务厅审核" },
  EFFECTIVE: { tone: "success", title: "提交成功，已生效" },
  REJECTED: { tone: "danger", title: "已退回" },
  WITHDRAWN: { tone: "warning", title: "已撤回" },
  VOID: { tone: "danger", title: "已由税务机关作废" },
} as const satisfies Record<FilingStatus, { tone: string; title: string }>;

const AFTER_EFFECT: Record<FilingKind, string> = {
  NEW_TAXPAYER: "信息确认已完成，现在可以从“企业业务”登录该企业。",
  HANDLER_CHANGE: "新登记的人员注册并确认后，即可为企业办税。",
  AGENCY_INFORMATION: "列明的人员可在协议要素信息采集表中选为经办人员。",
  AGREEMENT: "经办人员现在可以从“代理业务”登录，选择该委托企业办税。",
  AGREEMENT_CHANGE: "变更已经生效，正在办税的人员随之更新。",
  CROSS_REGION_REPORT: "请记下跨区域涉税事项管理编号，从“特定主体”登录时输入后4位即可找到。",
  PROPERTY_SOURCE: "请记下跨区域涉税事项管理编号，从“特定主体”登录时输入后4位即可找到。",
};

function nextStep({ status, kind }: FilingView, region: RegionProfile): string {
  if (status === "PENDING") return "审核前可以撤回。审核结果会显示在“我的申报事项”中。";
  if (status !== "EFFECTIVE") return "该事项没有生效，需要办理的请重新提交。";
  if (kind === "AGREEMENT" && region.clientsRecogniseAgencies) {
    return "请委托企业在“代理机构认定管理”中认定，认定后经办人员即可从代理机构登录办税。";
  }
  return AFTER_EFFECT[kind];
}
