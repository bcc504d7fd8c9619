import { PublicServices } from "@/app/[region]/_components/public-services";
import { requireRegion } from "@/app/[region]/_components/require-region";
import { titled } from "@/app/[region]/_components/titled";
import { PageHeading } from "@/components/layout/page-heading";
import { PublicShell } from "@/components/layout/public-shell";
import { pageTexts, t } from "@/components/texts/request-texts";
import { Link } from "@/components/ui/link";
import { functionPath, PUBLIC_FUNCTIONS } from "@/lib/domain/function-paths";
import { pathText } from "@/lib/domain/function-tree";
import { isInEnglish } from "@/lib/regions/editions";

export const generateMetadata = titled("公众服务");
export const dynamicParams = false;

type Props = { params: Promise<{ region: string }> };

/** 公众服务 (辽宁 六(五)): functions and pages that need no login. */
export default async function ServicesPage({ params }: Props) {
  const region = await requireRegion(params);
  const english = pageTexts().locale === "en";
  return (
    <PublicShell region={region}>
      <PageHeading title={t("公众服务")}>{t("无需登录即可查看和办理。")}</PageHeading>
      <section aria-labelledby="functions">
        <h2 id="functions" className="mb-3 text-lg">
          {t("查询与办理")}
        </h2>
        <ul className="divide-y divide-line rounded-lg border border-line bg-raised">
          {PUBLIC_FUNCTIONS.map((each) => {
            const href = `/${region.slug}/${functionPath(each)}`;
            return (
              <li key={each.code} className="relative px-4 py-3 hover:bg-accent-soft">
                <Link
                  href={href}
                  title={pathText(each, t.named)}
                  className="font-semibold text-accent after:absolute after:inset-0"
                >
                  {t.named(each.name)}
                </Link>
                {english && !isInEnglish(href) && t("（只有中文）")}
              </li>
            );
          })}
        </ul>
      </section>
      <section aria-labelledby="services" className="mt-10">
        <h2 id="services" className="mb-3 text-lg">
          {t("账户服务")}
        </h2>
        <PublicServices region={region} />
      </section>
    </PublicShell>
  );
}
