import { connection } from "next/server";
import type { ReactNode } from "react";
import { AnnouncementList } from "@/app/[region]/_components/announcement-list";
import { PublicServices } from "@/app/[region]/_components/public-services";
import { requireRegion } from "@/app/[region]/_components/require-region";
import { BureauName } from "@/components/layout/bureau-name";
import { PublicShell } from "@/components/layout/public-shell";
import { RegionScene } from "@/components/layout/region-scene";
import { t } from "@/components/texts/request-texts";
import { buttonClass } from "@/components/ui/button-class";
import { Link } from "@/components/ui/link";
import { publishedAnnouncements } from "@/lib/server/announcements/published";

const MORE = "link inline-flex min-h-11 items-center";

/** The bureau's public home. */
export default async function BureauPage({ params }: { params: Promise<{ region: string }> }) {
  const region = await requireRegion(params);
  await connection();
  const announcements = await publishedAnnouncements(region.slug);
  return (
    <PublicShell region={region} width="wide">
      <section className="relative overflow-hidden border-line border-b">
        <RegionScene accent={region.accent} crop="band" className="absolute inset-0" />
        <div className="relative mx-auto max-w-6xl px-4 py-10 sm:px-6 sm:py-16">
          <div className="max-w-lg rounded-lg border border-line bg-raised p-6 shadow-raised sm:p-8">
            <h1 className="text-lg sm:text-2xl">
              <BureauName name={t.named(region.bureauName)} />
            </h1>
            <p className="mt-3 text-muted">
              {t(
                "企业、个人、代理机构和跨区域办税都从这里进入。登录需要个人用户密码和一次身份验证。",
              )}
            </p>
            <Link
              prefetch
              href={`/${region.slug}/login`}
              className={buttonClass("primary", "mt-6 w-full sm:w-48")}
            >
              {t("登录")}
            </Link>
          </div>
        </div>
      </section>
      <div className="mx-auto grid max-w-6xl gap-10 px-4 py-10 sm:px-6">
        <section aria-labelledby="announcements">
          <SectionHeading id="announcements" title={t("通知公告")}>
            <Link href={`/${region.slug}/announcements`} className={MORE}>
              {t("全部公告")}
            </Link>
          </SectionHeading>
          <AnnouncementList region={region} announcements={announcements} />
        </section>
        <section aria-labelledby="services">
          <SectionHeading id="services" title={t("公众服务")}>
            <Link href={`/${region.slug}/services`} className={MORE}>
              {t("全部公众服务")}
            </Link>
          </SectionHeading>
          <PublicServices region={region} />
        </section>
      </div>
    </PublicShell>
  );
}

function SectionHeading({
  id,
  title,
  children,
}: {
  id: string;
  title: string;
  children: ReactNode;
}) {
  return (
    <div className="mb-2 flex flex-wrap items-center justify-between gap-x-4">
      <h2 id={id} className="text-lg">
        {title}
      </h2>
      {children}
    </div>
  );
}
