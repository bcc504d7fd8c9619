import { notFound } from "next/navigation";
import { requireRegion } from "@/app/[region]/_components/require-region";
import { titled } from "@/app/[region]/_components/titled";
import { t } from "@/components/texts/request-texts";
import { Alert } from "@/components/ui/alert";
import { IdentityForm } from "../_components/identity-form";
import { RegisterPage } from "../_components/register-page";

export const generateMetadata = titled("境外自然人注册");
export const dynamicParams = false;

/** 境外自然人注册, first step; where the bureau has it (R3, 山东 7). */
export default async function Page({ params }: { params: Promise<{ region: string }> }) {
  const region = await requireRegion(params);
  if (!region.overseasRegistration) notFound();
  return (
    <RegisterPage
      region={region}
      overseas
      current={0}
      heading={t("身份信息校验")}
      intro={t("无需到办税服务厅，使用电子邮箱验证。")}
    >
      <Alert title={t("权限说明")} className="mb-6">
        {t("境外自然人账户仅限自然人业务。如需办理企业业务，请前往办税服务场所采集实名信息。")}
      </Alert>
      <IdentityForm region={region.slug} overseas types={region.overseasRegistration} />
    </RegisterPage>
  );
}
