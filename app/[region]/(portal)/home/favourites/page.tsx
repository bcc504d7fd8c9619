import { requireRegion } from "@/app/[region]/_components/require-region";
import { titled } from "@/app/[region]/_components/titled";
import { PageHeading } from "@/components/layout/page-heading";
import { PageWords } from "@/components/texts/page-words";
import { t } from "@/components/texts/request-texts";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { FAVOURITES_AT_MOST, favouriteFunctions } from "@/lib/domain/favourites";
import { grantedFunctions } from "@/lib/domain/function-tree-grants";
import { FUNCTIONS_ENGLISH } from "@/lib/english/functions";
import { grantFacts } from "@/lib/server/functions/granted";
import { savedFavourites } from "@/lib/server/home/favourites";
import { requireSession } from "@/lib/server/session";
import { IdentityProblem } from "../../_components/identity-problem";
import { FavouritesForm } from "./_components/favourites-form";

export const generateMetadata = titled("常用功能设置");

/** 「设置」 of 常用功能 (辽宁 五): which functions stand there, and in which order. */
export default async function FavouritesPage({ params }: { params: Promise<{ region: string }> }) {
  const region = await requireRegion(params);
  const session = await requireSession(region.slug, "ACTING");
  if (session.problem) {
    return <IdentityProblem region={region} session={session} problem={session.problem} />;
  }
  const [facts, saved] = await Promise.all([
    grantFacts(session),
    savedFavourites(session.personId),
  ]);
  const codesOf = (functions: readonly { code: string }[]) => functions.map(({ code }) => code);
  const shown = favouriteFunctions([], facts).functions;
  const home = `/${region.slug}/home`;
  return (
    <div className="mx-auto w-full max-w-3xl px-4 py-6 sm:px-6 sm:py-8">
      <Breadcrumb items={[{ label: t("首页"), href: home }, { label: t("常用功能设置") }]} />
      <div className="mt-4">
        <PageHeading title={t("常用功能设置")}>
          {t("最多{most}个，只对您本人有效，在各税务局登录后都是同样的顺序。", {
            most: FAVOURITES_AT_MOST,
          })}
        </PageHeading>
        <PageWords words={FUNCTIONS_ENGLISH}>
          <FavouritesForm
            home={home}
            chosen={saved.length > 0 ? saved : codesOf(shown)}
            usable={codesOf(grantedFunctions(facts))}
          />
        </PageWords>
      </div>
    </div>
  );
}
