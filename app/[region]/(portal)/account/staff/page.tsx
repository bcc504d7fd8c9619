import type { Metadata } from "next";
import { type Query, readListQuery } from "@/app/[region]/_components/list-query";
import { requireRegion } from "@/app/[region]/_components/require-region";
import { PageHeading } from "@/components/layout/page-heading";
import { buttonClass } from "@/components/ui/button-class";
import { Link } from "@/components/ui/link";
import { Tabs } from "@/components/ui/tabs";
import { requireSession } from "@/lib/server/session";
import { IdentityProblem } from "../../_components/identity-problem";
import { ActionReport } from "../_components/action-report";
import { AddTab } from "./_components/add-tab";
import { Existing } from "./_components/existing";
import { History } from "./_components/history";
import { NotManaging } from "./_components/not-managing";
import { PermissionIdentities } from "./_components/permission-identities";
import { Requests } from "./_components/requests";
import { staffViewer } from "./_components/staff-viewer";
import { Waiting } from "./_components/waiting";

export const metadata: Metadata = { title: "人员权限管理" };

const TABS = ["existing", "add", "waiting", "history", "identities"];

type Props = { params: Promise<{ region: string }>; searchParams: Promise<Query> };

/** 人员权限管理 (E2, E4, B12): the people of the acting enterprise, for its 法定代表人 and 财务负责人. */
export default async function StaffPage({ params, searchParams }: Props) {
  const region = await requireRegion(params);
  const session = await requireSession(region.slug);
  if (session.problem) {
    return <IdentityProblem region={region} session={session} problem={session.problem} />;
  }
  const viewer = staffViewer(session, new Date());
  if (!viewer) {
    return <NotManaging title="人员权限管理" region={region.slug} session={session} />;
  }
  const query = await searchParams;
  const { search, page } = readListQuery(query);
  const tab = TABS.find((each) => each === query.tab) ?? "existing";
  const pageOf = (name: string) => (name === tab ? page : 1);
  const rest = { viewer, identityVersion: session.identityVersion };
  return (
    <>
      <PageHeading
        title="人员权限管理"
        actions={
          <Link href={`/${region.slug}/account/staff/export`} className={buttonClass("secondary")}>
            导出“谁能代表我们”
          </Link>
        }
      >
        谁能代表{viewer.enterpriseName}办税。添加办税员、开票员后，须由其本人确认。
      </PageHeading>
      <ActionReport>
        <Requests viewer={viewer} region={region.slug} />
        <Tabs
          key={tab}
          label="人员权限管理"
          defaultValue={tab}
          items={[
            {
              value: "existing",
              label: "现有办税人员",
              panel: (
                <Existing
                  {...rest}
                  region={region.slug}
                  search={search}
                  page={pageOf("existing")}
                />
              ),
            },
            {
              value: "add",
              label: "添加办税人员",
              panel: <AddTab {...rest} region={region} session={session} />,
            },
            {
              value: "waiting",
              label: "待确认授权",
              panel: <Waiting {...rest} page={pageOf("waiting")} />,
            },
            {
              value: "history",
              label: "历史管理信息",
              panel: <History {...rest} page={pageOf("history")} />,
            },
            {
              value: "identities",
              label: "权限身份",
              panel: <PermissionIdentities {...rest} />,
            },
          ]}
        />
      </ActionReport>
    </>
  );
}
