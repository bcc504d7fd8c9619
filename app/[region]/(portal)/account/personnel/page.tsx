import type { Metadata } from "next";
import { type Query, readListQuery } from "@/app/[region]/_components/list-query";
import { PageHeading } from "@/components/layout/page-heading";
import { buttonClass } from "@/components/ui/button-class";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import { personnelStepUp } from "@/lib/server/personnel/access";
import { personnelRows } from "@/lib/server/personnel/list";
import { ListSearch } from "../../_components/list-search";
import { SmsStepUp } from "../../_components/sms-step-up";
import { ActionReport } from "../_components/action-report";
import { RelationPages } from "../_components/relation-pages";
import { openPersonnel } from "./_components/open-personnel";
import { PersonnelRows } from "./_components/personnel-rows";

const TITLE = "企业人员维护";

export const metadata: Metadata = { title: TITLE };

type Props = { params: Promise<{ region: string }>; searchParams: Promise<Query> };

/** 企业人员维护 (OL5, 辽宁 三): who may enter at the old entry, for 法定代表人 and 财务负责人 at either entry. */
export default async function PersonnelPage({ params, searchParams }: Props) {
  const opened = await openPersonnel(params, TITLE);
  if ("refused" in opened) return opened.refused;
  const { region, session, viewer } = opened;
  const { search, page } = readListQuery(await searchParams);
  const { rows, total } = await personnelRows({ ...viewer, search, page });
  const proved = personnelStepUp(session, "OTHER") === null;
  return (
    <>
      <PageHeading title={TITLE} actions={<Ways base={`/${region.slug}/account/personnel`} />}>
        {viewer.enterpriseName}可以由旧版登录办税的人员。
      </PageHeading>
      <ActionReport>
        {!proved && (
          <div className="mb-8">
            <SmsStepUp />
          </div>
        )}
        {(search || total > rows.length) && (
          <ListSearch label="搜索姓名" search={search} className="mb-6 block max-w-xl" />
        )}
        {rows.length > 0 ? (
          <PersonnelRows
            rows={rows}
            region={region.slug}
            identityVersion={session.identityVersion}
            proved={proved}
          />
        ) : (
          <EmptyState title={search ? `没有找到“${search}”` : "还没有人员"}>
            添加办税人员后，会显示在这里。
          </EmptyState>
        )}
        <RelationPages tab="" search={search} page={page} total={total} />
      </ActionReport>
    </>
  );
}

function Ways({ base }: { base: string }) {
  return (
    <>
      <Link href={`${base}/add`} className={buttonClass("primary")}>
        添加办税人员
      </Link>
      <Link href={`${base}/identities`} className={buttonClass("secondary")}>
        身份维护
      </Link>
      <Link href={`${base}/enterprise-password`} className={buttonClass("secondary")}>
        修改企业密码
      </Link>
      <Link href={`${base}/password`} className={buttonClass("secondary")}>
        修改密码
      </Link>
    </>
  );
}
