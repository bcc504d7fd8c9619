import type { Metadata } from "next";
import { type Query, readListQuery } from "@/app/[region]/_components/list-query";
import { requireRegion } from "@/app/[region]/_components/require-region";
import { PageHeading } from "@/components/layout/page-heading";
import { buttonClass } from "@/components/ui/button-class";
import { Link } from "@/components/ui/link";
import { Tabs } from "@/components/ui/tabs";
import { dayOf } from "@/lib/domain/china-time";
import { requireSession } from "@/lib/server/session";
import { ActionReport } from "../_components/action-report";
import { ApplyForm } from "./_components/apply-form";
import { Authorized } from "./_components/authorized";
import { FaceSetting } from "./_components/face-setting";
import { History } from "./_components/history";
import { Waiting } from "./_components/waiting";

export const metadata: Metadata = { title: "企业授权管理" };

const TABS = ["existing", "waiting", "apply", "history"];

type Props = { params: Promise<{ region: string }>; searchParams: Promise<Query> };

/** 企业授权管理 (A4, B12): which enterprises the person can act for, and which wait. Open in every identity, also one that may not be used. */
export default async function AuthorizationsPage({ params, searchParams }: Props) {
  const region = await requireRegion(params);
  const session = await requireSession(region.slug);
  const query = await searchParams;
  const asked = readListQuery(query);
  const tab = TABS.find((each) => each === query.tab) ?? "existing";
  const pageOf = (name: string) => (name === tab ? asked.page : 1);
  const now = new Date();
  const today = dayOf(now);
  return (
    <>
      <PageHeading
        title="企业授权管理"
        actions={
          <Link
            href={`/${region.slug}/account/authorizations/export`}
            className={buttonClass("secondary")}
          >
            导出“我能代表谁”
          </Link>
        }
      >
        您可以代表哪些企业办税，哪些授权等待确认。办税员、开票员须由企业和本人双方确认。
      </PageHeading>
      <ActionReport>
        <Tabs
          key={tab}
          label="企业授权管理"
          defaultValue={tab}
          items={[
            {
              value: "existing",
              label: "已授权企业",
              panel: (
                <Authorized
                  session={session}
                  search={asked.search}
                  page={pageOf("existing")}
                  now={now}
                />
              ),
            },
            {
              value: "waiting",
              label: "待确认授权",
              panel: (
                <>
                  <Waiting session={session} page={pageOf("waiting")} now={now} />
                  <FaceSetting session={session} region={region} />
                </>
              ),
            },
            { value: "apply", label: "申请企业授权", panel: <ApplyForm today={today} /> },
            {
              value: "history",
              label: "历史管理信息",
              panel: <History session={session} page={pageOf("history")} now={now} />,
            },
          ]}
        />
      </ActionReport>
    </>
  );
}
