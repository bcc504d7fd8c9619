import type { Query } from "@/app/[region]/_components/list-query";
import { requireRegion } from "@/app/[region]/_components/require-region";
import { titled } from "@/app/[region]/_components/titled";
import { favouriteFunctions } from "@/lib/domain/favourites";
import { functionAreas } from "@/lib/domain/function-areas";
import { grantedFunctions } from "@/lib/domain/function-tree-grants";
import { publishedAnnouncements } from "@/lib/server/announcements/published";
import { grantFacts } from "@/lib/server/functions/granted";
import { savedFavourites } from "@/lib/server/home/favourites";
import { homeNotices } from "@/lib/server/home/home-notices";
import { requireSession } from "@/lib/server/session";
import { IdentityProblem } from "../_components/identity-problem";
import { FavouriteList } from "./_components/favourite-list";
import { FunctionArea } from "./_components/function-area";
import { FunctionList } from "./_components/function-list";
import { IdentityBand } from "./_components/identity-band";
import { NoticeArea } from "./_components/notice-area";
import { openSection, SectionMenu } from "./_components/section-menu";

export const generateMetadata = titled("首页");

type Props = { params: Promise<{ region: string }>; searchParams: Promise<Query> };

/** Main page (辽宁 五): functions at the left, 办税区 beside them, 消息区 below. */
export default async function HomePage({ params, searchParams }: Props) {
  const region = await requireRegion(params);
  const session = await requireSession(region.slug, "ACTING");
  if (session.problem) {
    return <IdentityProblem region={region} session={session} problem={session.problem} />;
  }
  const query = await searchParams;
  const [facts, notices, saved, announcements] = await Promise.all([
    grantFacts(session),
    homeNotices(session, new Date()),
    savedFavourites(session.personId),
    publishedAnnouncements(region.slug),
  ]);
  const granted = grantedFunctions(facts);
  const section = openSection(granted, query.section);
  const areas = functionAreas(facts, { recognises: region.clientsRecogniseAgencies });
  const { slug } = region;
  return (
    <>
      <IdentityBand session={session} notices={notices} />
      <div className="mx-auto grid max-w-6xl items-start gap-4 px-4 py-6 sm:px-6 lg:grid-cols-[16rem_minmax(0,1fr)] lg:grid-rows-[auto_1fr] lg:gap-x-6 print:block">
        <FavouriteList region={slug} {...favouriteFunctions(saved, facts)} />
        <div className="grid min-w-0 gap-6 lg:col-start-2 lg:row-span-2 lg:row-start-1">
          <SectionMenu region={slug} granted={granted} current={section} />
          <FunctionList
            region={slug}
            section={section}
            module={query.module}
            granted={granted}
            facts={facts}
          />
        </div>
        <div className="grid min-w-0 gap-4 lg:col-start-1 lg:row-start-2">
          {areas.map(({ code, ...area }) => (
            <FunctionArea key={code} region={slug} code={code} {...area} />
          ))}
        </div>
      </div>
      <NoticeArea region={region} announcements={announcements} {...notices} />
    </>
  );
}
