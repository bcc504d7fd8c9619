import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { requireRegion } from "@/app/[region]/_components/require-region";
import { LoginLayout } from "@/components/layout/login-layout";
import { PageHeading } from "@/components/layout/page-heading";
import { Alert } from "@/components/ui/alert";
import { buttonClass } from "@/components/ui/button-class";
import { Link } from "@/components/ui/link";
import { handOverSocialInsurance } from "@/lib/server/legacy/social-insurance";

export const metadata: Metadata = { title: "社会保险费征收系统" };

type Props = {
  params: Promise<{ region: string }>;
  searchParams: Promise<{ flow?: string | string[] }>;
};

/** 纯社保户 go straight to the social insurance system; without one connected the page says so (OL3). */
export default async function SocialInsurancePage({ params, searchParams }: Props) {
  const region = await requireRegion(params);
  const { flow } = await searchParams;
  const handed = await handOverSocialInsurance(region.slug, flow, new Date());
  if (!handed.ok) redirect(`/${region.slug}/login/legacy?reason=FLOW_EXPIRED`);
  const { to, enterpriseName } = handed.value;
  if (to) redirect(to);
  return (
    <LoginLayout region={region}>
      <PageHeading title="社会保险费征收系统">{enterpriseName}</PageHeading>
      <Alert tone="info" title="密码验证通过，但本平台尚未接入社会保险费征收系统">
        <p>
          纯社保户登录后直接进入该系统办理，不使用电子税务局的其他功能。目前请到办税服务厅办理，或拨打
          <strong className="tabular-nums">{region.hotline}</strong>咨询。
        </p>
      </Alert>
      <Link href={`/${region.slug}`} className={buttonClass("secondary", "mt-6 w-full")}>
        返回首页
      </Link>
    </LoginLayout>
  );
}
