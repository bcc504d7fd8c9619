import { SearchForm } from "@/app/[region]/(public)/login/identity/_components/search-form";
import { PageHeading } from "@/components/layout/page-heading";
import { Alert } from "@/components/ui/alert";
import { Pagination } from "@/components/ui/pagination";
import { messageOf } from "@/lib/messages";
import type { PersonChoice as Choice } from "@/lib/server/certificates/people";
import { OPTIONS_ON_ONE_PAGE } from "@/lib/server/identities/paging";
import { PersonForm } from "./person-form";

type PersonChoiceProps = {
  region: string;
  flow: string;
  search: string;
  page: number;
} & Choice;

/** 办税人员选择: who signs in for the enterprise of the certificate; their second factor follows (L12). */
export function PersonChoice(props: PersonChoiceProps) {
  const { region, flow, search, page, enterpriseName, people, total } = props;
  const many = search !== "" || total > OPTIONS_ON_ONE_PAGE;
  const hrefOf = (to: number) => `?${new URLSearchParams({ flow, q: search, page: String(to) })}`;
  return (
    <>
      <PageHeading title="办税人员选择">{enterpriseName}</PageHeading>
      {many && <SearchForm flow={flow} label="搜索办税人员" hint="姓名" search={search} />}
      {people.length > 0 ? (
        <div className="grid gap-6">
          <PersonForm key={`${search} ${page}`} region={region} flow={flow} people={people} />
          <Pagination page={page} pages={Math.ceil(total / OPTIONS_ON_ONE_PAGE)} hrefOf={hrefOf} />
        </div>
      ) : search ? (
        <p role="status">没有找到姓名包含“{search}”的办税人员。</p>
      ) : (
        <Alert tone="warning" role="alert" title={messageOf({ code: "NO_PERSON_TO_CHOOSE" })} />
      )}
    </>
  );
}
