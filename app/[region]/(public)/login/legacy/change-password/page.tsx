import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { FlowPasswordForm } from "@/app/[region]/_components/flow-password-form";
import { requireRegion } from "@/app/[region]/_components/require-region";
import { LoginLayout } from "@/components/layout/login-layout";
import { PageHeading } from "@/components/layout/page-heading";
import { pathAfterLegacyLogin } from "@/lib/server/legacy/finish";
import { readLegacyFlow } from "@/lib/server/legacy/legacy-flow";
import { changeIssuedPasswordAction } from "../actions";

export const metadata: Metadata = { title: "修改企业密码" };

type Props = {
  params: Promise<{ region: string }>;
  searchParams: Promise<{ flow?: string | string[] }>;
};

/** First use of an 企业密码 issued by a voucher (注册凭证): it is changed before anybody gets in. */
export default async function ChangeIssuedPasswordPage({ params, searchParams }: Props) {
  const region = await requireRegion(params);
  const { flow: asked } = await searchParams;
  const flow = await readLegacyFlow(region.slug, asked, "CHANGE_ISSUED", new Date());
  if (!flow.ok) redirect(await pathAfterLegacyLogin(region.slug, asked));
  return (
    <LoginLayout region={region}>
      <PageHeading title="修改企业密码">
        您使用的是注册凭证中的企业密码，请改为只有贵企业知道的密码，再用新密码登录。
      </PageHeading>
      <FlowPasswordForm
        region={region.slug}
        flow={flow.value.id}
        label="修改企业密码"
        submitLabel="提交"
        action={changeIssuedPasswordAction}
        restart={{ href: `/${region.slug}/login/legacy`, label: "返回登录" }}
      />
    </LoginLayout>
  );
}
