import type { Metadata } from "next";
import { type Query, readListQuery } from "@/app/[region]/_components/list-query";
import { requireRegion } from "@/app/[region]/_components/require-region";
import { FUNCTIONS, searchFunctions } from "@/lib/domain/function-tree";
import { grantedFunctions } from "@/lib/domain/function-tree-grants";
import { publishedAnnouncements } from "@/lib/server/announcements/published";
import { grantFacts } from "@/lib/server/functions/granted";
import { openTodos, reminders } from "@/lib/server/home/notices";
import { requireSession } from "@/lib/server/session";
import { IdentityProblem } from "../_components/identity-problem";
import { FunctionList } from "./_components/function-list";
import { FunctionSearch } from "./_components/function-search";
import { IdentityBand } from "./_components/identity-band";
import { NoticeArea } from "./_components/notice-area";
import { openSection, SectionMenu } from "./_components/section-menu";

export const metadata: Metadata = { title: "首页" };

type Props = { params: Promise<{ region: string }>; searchParams: Promise<Query> };

/** Main page (辽宁 五): functions at the left, 办税区 beside them, 消息区 below. */
export default async function HomePage({ params, searchParams }: Props) {
  const region = await requireRegion(params);
  const session = await requireSession(region.slug, "ACTING");
  if (session.problem) {
    return <IdentityProblem region={region} session={session} problem={session.problem} />;
  }
  const query = await searchParams;
  const { search } = readListQuery(query);
  const [facts, todos, reminded, announcements] = await Promise.all([
    grantFacts(session),
    openTodos(session.personId, session.acting),
    reminders(session.acting),
    publishedAnnouncements(region.slug),
  ]);
  const granted = grantedFunctions(facts);
  const section = openSection(granted, query.section);
  return (
    <>
      <IdentityBand session={session} search={search} />
      <div className="mx-auto grid max-w-6xl gap-x-8 gap-y-6 px-4 py-6 sm:px-6 lg:grid-cols-[13rem_minmax(0,1fr)]">
        <SectionMenu region={region.slug} granted={granted} current={search ? null : section} />
        {search ? (
          <FunctionSearch
            region={region.slug}
            search={search}
            found={searchFunctions(FUNCTIONS, search)}
            granted={granted}
          />
        ) : (
          <FunctionList
            region={region.slug}
            section={section}
            module={query.module}
            granted={granted}
            facts={facts}
          />
        )}
      </div>
      <NoticeArea
        region={region}
        todos={todos}
        reminders={reminded}
        announcements={announcements}
      />
    </>
  );
}
