import type { Metadata } from "next";
import type { ReactNode } from "react";
import { Document } from "@/app/_components/document";
import { editionParams } from "@/app/[region]/_components/edition-params";
import { requireRegion } from "@/app/[region]/_components/require-region";
import { RememberBureau } from "@/components/layout/remember-bureau";
import { PageWords } from "@/components/texts/page-words";
import { pageTexts, t } from "@/components/texts/request-texts";
import { COMMON_WORDS } from "@/lib/english/areas";
import { servedRegions } from "@/lib/server/fixed-region";

type Props = { params: Promise<{ region: string }>; children: ReactNode };

export function generateStaticParams() {
  return editionParams(servedRegions());
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const name = t.named((await requireRegion(params)).bureauName);
  const template = `%s - ${name}`;
  const portal = t("电子税务局统一登录门户");
  return { title: { absolute: `${name} - ${portal}`, template } };
}

/** Everything of one bureau in one language: its accent, and 404 for a bureau this deployment does not serve. */
export default async function RegionLayout({ params, children }: Props) {
  const region = await requireRegion(params);
  return (
    <Document locale={pageTexts().locale}>
      <PageWords words={COMMON_WORDS}>
        <div data-accent={region.accent}>
          <RememberBureau slug={region.slug} />
          {children}
        </div>
      </PageWords>
    </Document>
  );
}
