import { redirect } from "next/navigation";
import { requireRegion } from "@/app/[region]/_components/require-region";
import { titled } from "@/app/[region]/_components/titled";
import { t } from "@/components/texts/request-texts";
import { appName, registrationApps } from "@/lib/regions/apps";
import { verifiesItself } from "@/lib/server/gateways/real-name-provider";
import { registrationAt } from "@/lib/server/registration/register-flow";
import { FaceByScan } from "../_components/face-by-scan";
import { RegisterPage } from "../_components/register-page";

export const generateMetadata = titled("人脸识别认证");

type Props = {
  params: Promise<{ region: string }>;
  searchParams: Promise<{ flow?: string | string[] }>;
};

/** 人脸识别认证, before the camera of the phone (R1). */
export default async function Page({ params, searchParams }: Props) {
  const region = await requireRegion(params);
  const { flow } = await searchParams;
  const at = await registrationAt("FACE", { region: region.slug, flow, now: new Date() });
  if (!at.ok) redirect(`/${region.slug}/register?reason=REGISTRATION_EXPIRED`);
  if ("to" in at.value) redirect(at.value.to);
  const { id, data } = at.value;
  const ways = registrationApps(region).map((app) => ({
    app,
    name: t.named(appName(app, region)),
    external: verifiesItself(app),
  }));
  return (
    <RegisterPage
      region={region}
      overseas={false}
      enterpriseUser={data.enterpriseUser}
      current={2}
      heading={region.taxAuthorities ? t("实名认证") : t("人脸识别认证")}
      flow={id}
      intro={t(
        "请用手机扫描二维码，选择网页上的验证数字，按提示完成扫脸。通过后个人实名等级为四级。",
      )}
    >
      <FaceByScan region={region.slug} flow={id} ways={ways} />
    </RegisterPage>
  );
}
