import { PageHeading } from "@/components/layout/page-heading";
import { t } from "@/components/texts/request-texts";
import { Pagination } from "@/components/ui/pagination";
import { groupCreditCode } from "@/lib/domain/credit-code";
import { OPTIONS_ON_ONE_PAGE } from "@/lib/server/identities/paging";
import type { IdentityChoice } from "@/lib/server/login/choose-identity";
import { ChoiceForm } from "./choice-form";
import { ClientsNotOffered } from "./clients-not-offered";
import { SearchForm } from "./search-form";

type ClientChoiceProps = {
  region: string;
  flow: string;
  search: string;
  page: number;
} & Extract<IdentityChoice, { kind: "CLIENTS" }>;

/** The client enterprises an agent may act for, and why others are missing (L7). */
export function ClientChoice(props: ClientChoiceProps) {
  const { region, flow, search, page, agencyName, clients, total, more, notOffered } = props;
  const many = search !== "" || total > OPTIONS_ON_ONE_PAGE;
  const hrefOf = (to: number) => `?${new URLSearchParams({ flow, q: search, page: String(to) })}`;
  return (
    <>
      <PageHeading title={t("选择委托企业")}>{agencyName}</PageHeading>
      {many && (
        <SearchForm flow={flow} label={t("搜索委托企业")} hint={t("名称或代码")} search={search} />
      )}
      {clients.length > 0 ? (
        <div className="grid gap-6">
          <ChoiceForm
            key={`${search} ${page}`}
            region={region}
            flow={flow}
            legend={t("请选择要代为办税的企业")}
            options={clients.map(({ identity, name, creditCode, validTo }) => ({
              value: identity,
              label: name,
              description: `${groupCreditCode(creditCode)} · ${t("协议至{day}", { day: t.day(validTo) })}`,
            }))}
          />
          <Pagination
            page={page}
            pages={Math.ceil(total / OPTIONS_ON_ONE_PAGE)}
            more={more}
            hrefOf={hrefOf}
          />
        </div>
      ) : (
        search && (
          <p role="status">{t("没有找到名称或代码包含“{search}”的委托企业。", { search })}</p>
        )
      )}
      <ClientsNotOffered
        region={region}
        notOffered={notOffered}
        none={total === 0 && search === ""}
      />
    </>
  );
}
