import { redirect } from "next/navigation";
import { requireRegion } from "@/app/[region]/_components/require-region";
import { titled } from "@/app/[region]/_components/titled";
import { LoginLayout } from "@/components/layout/login-layout";
import { PageHeading } from "@/components/layout/page-heading";
import { t } from "@/components/texts/request-texts";
import { appName } from "@/lib/regions/apps";
import { pathAfterLogin } from "@/lib/server/login/finish";
import { secondFactorView } from "@/lib/server/login/second-factor";
import { VerifyMethods } from "./_components/verify-methods";

export const generateMetadata = titled("身份验证");

type Props = {
  params: Promise<{ region: string }>;
  searchParams: Promise<{ flow?: string | string[] }>;
};

/** Second factor of a login (L3, L4). */
export default async function VerifyPage({ params, searchParams }: Props) {
  const region = await requireRegion(params);
  const { flow } = await searchParams;
  const view = await secondFactorView(region.slug, flow, new Date());
  if (!view.ok || typeof flow !== "string") {
    redirect(await pathAfterLogin(region.slug, flow, `/${region.slug}/login`));
  }
  if ("to" in view.value) redirect(view.value.to);
  return (
    <LoginLayout region={region}>
      <PageHeading title={t("身份验证")} />
      <VerifyMethods
        region={region.slug}
        flow={flow}
        view={view.value}
        faceApps={region.faceApps.map((app) => ({ app, name: t.named(appName(app, region)) }))}
      />
    </LoginLayout>
  );
}
