import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { requireRegion } from "@/app/[region]/_components/require-region";
import { PhoneForm } from "../_components/phone-form";
import { RegisterPage } from "../_components/register-page";

export const metadata: Metadata = { title: "企业用户注册" };

export const dynamicParams = false;

/** 企业用户注册, first step (R6, 云南 2.4.2). */
export default async function Page({ params }: { params: Promise<{ region: string }> }) {
  const region = await requireRegion(params);
  if (region.registrationBegins !== "PHONE") notFound();
  return (
    <RegisterPage
      region={region}
      overseas={false}
      enterpriseUser
      current={0}
      heading="手机验证"
      intro="已注册的，请填写注册时的手机号码和密码；未注册的，同时完成自然人注册。随后绑定企业。"
    >
      <PhoneForm
        region={region.slug}
        enterpriseUser
        hint="已注册的，请填写账户中的手机号码；未注册的，请填写本人的号码"
      />
    </RegisterPage>
  );
}
