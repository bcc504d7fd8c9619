import type { Metadata } from "next";
import Link from "next/link";
import { PublicServices } from "@/app/[region]/_components/public-services";
import { requireRegion } from "@/app/[region]/_components/require-region";
import { PageHeading } from "@/components/layout/page-heading";
import { PublicShell } from "@/components/layout/public-shell";
import { functionPath, PUBLIC_FUNCTIONS } from "@/lib/domain/function-paths";
import { pathText } from "@/lib/domain/function-tree";

export const metadata: Metadata = { title: "公众服务" };
export const dynamicParams = false;

type Props = { params: Promise<{ region: string }> };

/** 公众服务 (辽宁 六(五)): functions and pages that need no login. */
export default async function ServicesPage({ params }: Props) {
  const region = await requireRegion(params);
  return (
    <PublicShell region={region}>
      <PageHeading title="公众服务">无需登录即可查看和办理。</PageHeading>
      <section aria-labelledby="functions">
        <h2 id="functions" className="mb-3 text-lg">
          查询与办理
        </h2>
        <ul className="divide-y divide-line rounded-lg border border-line bg-raised">
          {PUBLIC_FUNCTIONS.map((each) => (
            <li key={each.code} className="relative px-4 py-3 hover:bg-accent-soft">
              <Link
                href={`/${region.slug}/${functionPath(each)}`}
                title={pathText(each)}
                className="font-semibold text-accent after:absolute after:inset-0"
              >
                {each.name}
              </Link>
            </li>
          ))}
        </ul>
      </section>
      <section aria-labelledby="services" className="mt-10">
        <h2 id="services" className="mb-3 text-lg">
          账户服务
        </h2>
        <PublicServices region={region} />
      </section>
    </PublicShell>
  );
}
