import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { connection } from "next/server";
import { FunctionElsewhere } from "@/app/[region]/_components/function-elsewhere";
import { requireRegion } from "@/app/[region]/_components/require-region";
import { PageHeading } from "@/components/layout/page-heading";
import { PublicShell } from "@/components/layout/public-shell";
import { t } from "@/components/texts/request-texts";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { PUBLIC_FUNCTIONS } from "@/lib/domain/function-paths";
import { businessSystemUrl } from "@/lib/server/functions/business-systems";

type Props = { params: Promise<{ region: string; code: string }> };

async function findService(params: Props["params"]) {
  const { code } = await params;
  return PUBLIC_FUNCTIONS.find((each) => each.code === code && each.system !== undefined);
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  await requireRegion(params);
  const each = await findService(params);
  return { title: each && t.named(each.name) };
}

/** A function of 公众服务 that another system performs, without login: its whole path, and the way there. */
export default async function ServicePage({ params }: Props) {
  const region = await requireRegion(params);
  const each = (await findService(params)) ?? notFound();
  // Where the system is follows from how this deployment is set up, not from the build.
  await connection();
  const url = businessSystemUrl(each.system);
  const services = `/${region.slug}/services`;
  return (
    <PublicShell region={region}>
      <Breadcrumb
        items={[{ label: t("公众服务"), href: services }, { label: t.named(each.name) }]}
      />
      <div className="mt-4">
        <PageHeading title={t.named(each.name)} />
        <FunctionElsewhere
          region={region}
          system={each.system}
          link={url ? { url, signedIn: false } : null}
          back={{ label: t("返回公众服务"), href: services }}
        />
      </div>
    </PublicShell>
  );
}
