import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { readListQuery } from "@/app/[region]/_components/list-query";
import { requireRegion } from "@/app/[region]/_components/require-region";
import { LoginLayout } from "@/components/layout/login-layout";
import { PageHeading } from "@/components/layout/page-heading";
import { Pagination } from "@/components/ui/pagination";
import { OPTIONS_ON_ONE_PAGE } from "@/lib/server/identities/paging";
import { legacyClients } from "@/lib/server/legacy/client";
import { pathAfterLegacyLogin } from "@/lib/server/legacy/finish";
import { ClientsNotOffered } from "../../identity/_components/clients-not-offered";
import { SearchForm } from "../../identity/_components/search-form";
import { ClientForm } from "./_components/client-form";

export const metadata: Metadata = { title: "选择代办企业" };

type Props = {
  params: Promise<{ region: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** Third step of 代理机构登录: the client and its 协议密码 (辽宁 二(三)). */
export default async function LegacyClientPage({ params, searchParams }: Props) {
  const region = await requireRegion(params);
  const query = await searchParams;
  const { search, page } = readListQuery(query);
  const flow = typeof query.flow === "string" ? query.flow : "";
  const view = await legacyClients(region.slug, flow, { search, page }, new Date());
  if (!view.ok) redirect(await pathAfterLegacyLogin(region.slug, flow));
  if ("to" in view.value) redirect(view.value.to);
  const { agencyName, clients, total, more, notOffered } = view.value;
  const many = search !== "" || total > OPTIONS_ON_ONE_PAGE;
  const hrefOf = (to: number) => `?${new URLSearchParams({ flow, q: search, page: String(to) })}`;
  return (
    <LoginLayout region={region}>
      <PageHeading title="选择代办企业">{agencyName}</PageHeading>
      {many && <SearchForm flow={flow} label="搜索企业" hint="名称或代码" search={search} />}
      {clients.length > 0 && (
        <ClientForm key={`${search} ${page}`} region={region.slug} flow={flow} clients={clients} />
      )}
      {clients.length === 0 && search && (
        <p role="status">没有找到名称或代码包含“{search}”的企业。</p>
      )}
      <Pagination
        page={page}
        pages={Math.ceil(total / OPTIONS_ON_ONE_PAGE)}
        more={more}
        hrefOf={hrefOf}
      />
      <ClientsNotOffered
        region={region.slug}
        notOffered={notOffered}
        none={total === 0 && search === ""}
      />
    </LoginLayout>
  );
}
