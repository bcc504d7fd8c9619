import { type Query, readListQuery } from "@/app/[region]/_components/list-query";
import { requireRegion } from "@/app/[region]/_components/require-region";
import { titled } from "@/app/[region]/_components/titled";
import { PageHeading } from "@/components/layout/page-heading";
import { t } from "@/components/texts/request-texts";
import { FUNCTIONS, searchFunctions } from "@/lib/domain/function-tree";
import { grantedFunctions } from "@/lib/domain/function-tree-grants";
import { grantFacts } from "@/lib/server/functions/granted";
import { requireSession } from "@/lib/server/session";
import { IdentityProblem } from "../_components/identity-problem";
import { ListSearch } from "../_components/list-search";
import { SearchResults } from "./_components/search-results";

export const generateMetadata = titled("功能搜索");

type Props = { params: Promise<{ region: string }>; searchParams: Promise<Query> };

/** The results of 搜索功能 (辽宁 五) by address, so that it works without JavaScript. */
export default async function FunctionsPage({ params, searchParams }: Props) {
  const region = await requireRegion(params);
  const session = await requireSession(region.slug, "ACTING");
  if (session.problem) {
    return <IdentityProblem region={region} session={session} problem={session.problem} />;
  }
  const { search } = readListQuery(await searchParams);
  return (
    <div className="mx-auto w-full max-w-3xl px-4 py-6 sm:px-6 sm:py-8">
      <PageHeading title={t("功能搜索")}>
        {t("按功能名称、所在模块或拼音首字母查找功能。")}
      </PageHeading>
      <ListSearch label={t("搜索功能")} search={search} className="mb-8 block" />
      {search && (
        <SearchResults
          region={region.slug}
          search={search}
          found={searchFunctions(FUNCTIONS, search, t.named)}
          granted={grantedFunctions(await grantFacts(session))}
        />
      )}
    </div>
  );
}
