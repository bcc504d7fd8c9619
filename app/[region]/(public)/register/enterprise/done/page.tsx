import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { requireRegion } from "@/app/[region]/_components/require-region";
import { Alert } from "@/components/ui/alert";
import { buttonClass } from "@/components/ui/button-class";
import { Link } from "@/components/ui/link";
import { boundEnterprise } from "@/lib/server/binding/binding-flow";
import { RegisterPage } from "../../_components/register-page";

export const metadata: Metadata = { title: "注册成功" };

type Props = {
  params: Promise<{ region: string }>;
  searchParams: Promise<{ flow?: string | string[] }>;
};

/** 注册成功 of 企业用户注册, for the browser that has bound the enterprise (云南 2.4.2). */
export default async function DonePage({ params, searchParams }: Props) {
  const region = await requireRegion(params);
  const name = await boundEnterprise(region.slug, (await searchParams).flow);
  if (!name) redirect(`/${region.slug}/register`);
  return (
    <RegisterPage region={region} overseas={false} enterpriseUser heading="注册成功">
      <Alert tone="success" title={`您已绑定${name}`} className="mb-6">
        <p>在“企业用户”登录时选择您本人，用您的密码或短信验证码验证身份。</p>
      </Alert>
      <Link href={`/${region.slug}/login`} className={buttonClass("primary")}>
        登录
      </Link>
    </RegisterPage>
  );
}
