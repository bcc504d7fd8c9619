import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { BureauCard } from "@/app/_components/bureau-card";
import { BUREAU_COOKIE } from "@/components/layout/bureau-cookie";
import { PageHeading } from "@/components/layout/page-heading";
import { PublicShell } from "@/components/layout/public-shell";
import { fixedRegion, servedRegions } from "@/lib/server/fixed-region";

/** 选择税务局 (N0.2). */
export default async function ChooseBureauPage() {
  const fixed = fixedRegion();
  if (fixed) redirect(`/${fixed.slug}`);
  const lastSlug = (await cookies()).get(BUREAU_COOKIE)?.value;
  const regions = servedRegions();
  const last = regions.find((region) => region.slug === lastSlug);
  const others = regions.filter((region) => region !== last);
  return (
    <PublicShell width="wide">
      <div className="mx-auto max-w-6xl px-4 py-8 sm:px-6 sm:py-12">
        <PageHeading title="选择税务局">
          请选择业务所在地的电子税务局。个人账户全国通用，注册一次，各地都能登录。
        </PageHeading>
        {last && (
          <section className="mb-8">
            <h2 className="mb-3 text-lg">上次使用</h2>
            <ul className="grid gap-4 md:grid-cols-2 lg:grid-cols-3">
              <BureauCard region={last} />
            </ul>
          </section>
        )}
        <section>
          {last && <h2 className="mb-3 text-lg">其他税务局</h2>}
          <ul className="grid gap-4 md:grid-cols-2 lg:grid-cols-3">
            {others.map((region) => (
              <BureauCard key={region.slug} region={region} />
            ))}
          </ul>
        </section>
      </div>
    </PublicShell>
  );
}
