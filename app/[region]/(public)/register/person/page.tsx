import { notFound } from "next/navigation";
import { requireRegion } from "@/app/[region]/_components/require-region";
import { titled } from "@/app/[region]/_components/titled";
import { t } from "@/components/texts/request-texts";
import { PhoneForm } from "../_components/phone-form";
import { RegisterPage } from "../_components/register-page";

export const generateMetadata = titled("自然人注册");

export const dynamicParams = false;

/** 自然人注册, first step (R6, 云南 2.4.1). */
export default async function Page({ params }: { params: Promise<{ region: string }> }) {
  const region = await requireRegion(params);
  if (region.registrationBegins !== "PHONE") notFound();
  return (
    <RegisterPage
      region={region}
      overseas={false}
      current={0}
      heading={t("手机验证")}
      intro={t("请准备好本人证件和手机，并在30分钟内完成；实名认证使用支付宝或微信。")}
    >
      <PhoneForm
        region={region.slug}
        enterpriseUser={false}
        hint={t("一个手机号码只能绑定一个人，请填写本人的号码")}
      />
    </RegisterPage>
  );
}
