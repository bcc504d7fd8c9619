import { notFound } from "next/navigation";
import { requireRegion } from "@/app/[region]/_components/require-region";
import { titled } from "@/app/[region]/_components/titled";
import { t } from "@/components/texts/request-texts";
import { DOCUMENT_TYPES } from "@/lib/domain/documents";
import { IdentityForm } from "../_components/identity-form";
import { RegisterPage } from "../_components/register-page";

export const generateMetadata = titled("自然人注册");

export const dynamicParams = false;

/** 自然人注册, first step (R6, 云南 2.4.1). */
export default async function Page({ params }: { params: Promise<{ region: string }> }) {
  const region = await requireRegion(params);
  if (!region.taxAuthorities) notFound();
  return (
    <RegisterPage
      region={region}
      overseas={false}
      current={0}
      heading={t("身份信息校验")}
      intro={t("请准备好本人证件和手机，并在30分钟内完成；实名认证使用支付宝或微信。")}
    >
      <IdentityForm
        region={region.slug}
        overseas={false}
        types={DOCUMENT_TYPES.filter((type) => type !== "OTHER")}
      />
    </RegisterPage>
  );
}
