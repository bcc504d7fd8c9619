import type { Metadata } from "next";
import { type Query, readListQuery } from "@/app/[region]/_components/list-query";
import { PageHeading } from "@/components/layout/page-heading";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Pagination } from "@/components/ui/pagination";
import { grantedUsers } from "@/lib/server/grants/users";
import { OPTIONS_ON_ONE_PAGE } from "@/lib/server/identities/paging";
import { ListSearch } from "../../_components/list-search";
import { Agents } from "../_components/agents";
import { grantsGuard } from "./_components/grants-guard";
import { UserTable } from "./_components/user-table";

export const metadata: Metadata = { title: "授权信息" };

const DONE: Record<string, string> = {
  created:
    "创建成功。该人员可以从本地旧版登录进入，首次登录须修改密码；在其他入口登录须先由其本人确认",
  granted: "授权成功",
  unbound: "授权成功。该用户已没有任何功能权限，已自动解绑",
};

type Props = { params: Promise<{ region: string }>; searchParams: Promise<Query> };

/** 授权信息 (云南 3.4): the users of the acting enterprise and what each may use. */
export default async function GrantsPage({ params, searchParams }: Props) {
  const guarded = await grantsGuard(params, { stepUp: null });
  if ("instead" in guarded) return guarded.instead;
  const { region, viewer } = guarded;
  const query = await searchParams;
  const { search, page } = readListQuery(query);
  const { rows, total } = await grantedUsers(viewer, { search, page });
  const done = typeof query.done === "string" ? DONE[query.done] : undefined;
  const grants = `/${region.slug}/account/grants`;
  return (
    <>
      <PageHeading
        title="授权信息"
        actions={
          <form action={`${grants}/add`}>
            <Button type="submit">添加用户</Button>
          </form>
        }
      >
        {viewer.enterpriseName}
      </PageHeading>
      <div role="status">{done && <Alert tone="success" title={done} className="mb-6" />}</div>
      {(search || total > rows.length) && (
        <ListSearch label="搜索姓名" search={search} className="mb-6 block max-w-xl" />
      )}
      {rows.length > 0 ? (
        <UserTable rows={rows} grants={grants} />
      ) : (
        <EmptyState title={search ? `没有找到“${search}”` : "还没有用户"}>
          税务登记中的人员、办理了企业用户注册的人员和您添加的用户会显示在这里。
        </EmptyState>
      )}
      <Pagination
        page={page}
        pages={Math.ceil(total / OPTIONS_ON_ONE_PAGE)}
        hrefOf={(to) =>
          `?${new URLSearchParams({ ...(search && { q: search }), page: String(to) })}`
        }
      />
      {page === 1 && <Agents region={region.slug} viewer={viewer} search={search} />}
    </>
  );
}
