import { requireRegion } from "@/app/[region]/_components/require-region";
import { titled } from "@/app/[region]/_components/titled";
import { problemText, t } from "@/components/texts/request-texts";
import { Alert } from "@/components/ui/alert";
import { Link } from "@/components/ui/link";
import { DOCUMENT_TYPES } from "@/lib/domain/documents";
import { IdentityForm } from "./_components/identity-form";
import { RegisterKinds } from "./_components/register-kinds";
import { RegisterPage } from "./_components/register-page";

export const generateMetadata = titled("用户注册");

type Props = {
  params: Promise<{ region: string }>;
  searchParams: Promise<{ reason?: string | string[] }>;
};

/** 用户注册, first step: 身份信息校验 (R1, R2). */
export default async function Page({ params, searchParams }: Props) {
  const region = await requireRegion(params);
  const expired = (await searchParams).reason === "REGISTRATION_EXPIRED";
  if (region.taxAuthorities) return <RegisterKinds region={region} expired={expired} />;
  return (
    <RegisterPage
      region={region}
      overseas={false}
      current={0}
      heading={t("身份信息校验")}
      intro={t(
        "注册一次，全国各地的电子税务局都能登录。请准备好本人证件、手机，并在30分钟内完成。",
      )}
    >
      {expired && (
        <Alert
          role="status"
          title={problemText({ code: "REGISTRATION_EXPIRED" })}
          className="mb-6"
        />
      )}
      <IdentityForm
        region={region.slug}
        overseas={false}
        types={DOCUMENT_TYPES.filter((type) => type !== "OTHER")}
      />
      <p className="mt-6">
        {t("已有账户？")}
        <Link className="link" href={`/${region.slug}/login`}>
          {t("返回登录")}
        </Link>
      </p>
      {region.overseasRegistration && (
        <p className="mt-2">
          {t("境外人员没有境内手机号码，或未到办税服务厅采集？")}
          <Link className="link" href={`/${region.slug}/register/overseas`}>
            {t("境外自然人注册")}
          </Link>
        </p>
      )}
    </RegisterPage>
  );
}
