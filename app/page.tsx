import type { Metadata } from "next";
import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { BureauCard } from "@/app/_components/bureau-card";
import { Document } from "@/app/_components/document";
import { BUREAU_COOKIE } from "@/components/layout/bureau-cookie";
import { PageHeading } from "@/components/layout/page-heading";
import { PublicShell } from "@/components/layout/public-shell";
import { PageWords } from "@/components/texts/page-words";
import { setLocale, t } from "@/components/texts/request-texts";
import { COMMON_WORDS } from "@/lib/english/areas";
import { LOCALE_COOKIE, type Locale, readLocale } from "@/lib/regions/editions";
import { fixedRegion, servedRegions } from "@/lib/server/fixed-region";

async function readVisitorLocale(): Promise<Locale> {
  return readLocale((await cookies()).get(LOCALE_COOKIE)?.value);
}

export async function generateMetadata(): Promise<Metadata> {
  setLocale(await readVisitorLocale());
  return { title: t("电子税务局统一登录门户") };
}

/** 选择税务局 (N0.2). */
export default async function ChooseBureauPage() {
  const fixed = fixedRegion();
  if (fixed) redirect(`/${fixed.slug}`);
  const locale = await readVisitorLocale();
  setLocale(locale);
  const lastSlug = (await cookies()).get(BUREAU_COOKIE)?.value;
  const regions = servedRegions();
  const last = regions.find((region) => region.slug === lastSlug);
  const others = regions.filter((region) => region !== last);
  return (
    <Document locale={locale}>
      <PageWords words={COMMON_WORDS}>
        <PublicShell width="wide">
          <div className="mx-auto max-w-6xl px-4 py-8 sm:px-6 sm:py-12">
            <PageHeading title={t("选择税务局")}>
              {t("请选择业务所在地的电子税务局。个人账户全国通用，注册一次，各地都能登录。")}
            </PageHeading>
            {last && (
              <section className="mb-8">
                <h2 className="mb-3 text-lg">{t("上次使用")}</h2>
                <ul className="grid gap-4 md:grid-cols-2 lg:grid-cols-3">
                  <BureauCard region={last} />
                </ul>
              </section>
            )}
            <section>
              {last && <h2 className="mb-3 text-lg">{t("其他税务局")}</h2>}
              <ul className="grid gap-4 md:grid-cols-2 lg:grid-cols-3">
                {others.map((region) => (
                  <BureauCard key={region.slug} region={region} />
                ))}
              </ul>
            </section>
          </div>
        </PublicShell>
      </PageWords>
    </Document>
  );
}
