import { redirect } from "next/navigation";
import { requireRegion } from "@/app/[region]/_components/require-region";
import { titled } from "@/app/[region]/_components/titled";
import { pageTexts, t } from "@/components/texts/request-texts";
import { DescriptionList } from "@/components/ui/description-list";
import { Link } from "@/components/ui/link";
import { countryName } from "@/lib/domain/countries";
import { isForeignType } from "@/lib/domain/documents";
import { registerStepPath } from "@/lib/flows/register-pages";
import { documentTypeLabel } from "@/lib/labels";
import { registrationAt } from "@/lib/server/registration/register-flow";
import { registrationSummary } from "@/lib/server/registration/summary";
import { CompleteForm } from "../_components/complete-form";
import { RegisterPage } from "../_components/register-page";

export const generateMetadata = titled("确认注册信息");

const FACES = { NEEDED: "", PASSED: "已通过", SKIPPED: "已在办税服务厅采集，无需扫脸" };

type Props = {
  params: Promise<{ region: string }>;
  searchParams: Promise<{ flow?: string | string[] }>;
};

/** What will be registered, before it is. */
export default async function Page({ params, searchParams }: Props) {
  const region = await requireRegion(params);
  const { flow } = await searchParams;
  const at = await registrationAt("CONFIRM", { region: region.slug, flow, now: new Date() });
  if (!at.ok) redirect(`/${region.slug}/register?reason=REGISTRATION_EXPIRED`);
  if ("to" in at.value) redirect(at.value.to);
  const { id, data } = at.value;
  const { overseas, documentType, ...given } = registrationSummary(data);
  return (
    <RegisterPage
      region={region}
      overseas={overseas}
      enterpriseUser={data.enterpriseUser}
      current={data.enterpriseUser ? 2 : undefined}
      heading={t("确认注册信息")}
      flow={id}
      intro={
        data.holder
          ? t("您的身份已核验，下一步选择要绑定的企业。")
          : t("请核对以下信息。点击“{button}”后，您的账户即可在全国各地的电子税务局登录。", {
              button: region.taxAuthorities ? t("登记") : t("完成注册"),
            })
      }
    >
      <DescriptionList
        items={[
          { name: t("证件类型"), value: t.named(documentTypeLabel(documentType)) },
          ...(isForeignType(documentType)
            ? [{ name: t("国籍（地区）"), value: countryName(given.country, pageTexts().locale) }]
            : []),
          { name: t("证件号码"), value: given.documentNumber },
          { name: t("姓名"), value: given.name },
          { name: overseas ? t("电子邮箱") : t("手机号码"), value: given.contact },
          { name: t("用户名"), value: given.username ?? t("未设置") },
          ...(overseas ? [] : [{ name: t("人脸识别认证"), value: t.named(FACES[given.face]) }]),
        ]}
      />
      <CompleteForm
        region={region.slug}
        flow={id}
        taxAuthorities={data.holder ? null : region.taxAuthorities}
        submitLabel={data.holder ? t("下一步") : region.taxAuthorities ? t("登记") : t("完成注册")}
      />
      <p className="mt-6 flex flex-wrap gap-x-6">
        {!data.holder && (
          <Link
            className="link inline-flex min-h-11 items-center"
            href={registerStepPath(region.slug, id, "DETAILS")}
          >
            {t("修改密码或用户名")}
          </Link>
        )}
        <Link
          className="link inline-flex min-h-11 items-center"
          href={`/${region.slug}/register${overseas ? "/overseas" : ""}`}
        >
          {t("信息有误，重新填写")}
        </Link>
      </p>
    </RegisterPage>
  );
}
