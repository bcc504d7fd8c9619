import { redirect } from "next/navigation";
import { requireRegion } from "@/app/[region]/_components/require-region";
import { titled } from "@/app/[region]/_components/titled";
import { t } from "@/components/texts/request-texts";
import { maskPhone } from "@/lib/domain/masking";
import { registerPath } from "@/lib/flows/register";
import { reveal } from "@/lib/server/protect";
import { readPhoneFlow } from "@/lib/server/registration/phone-first";
import { readRegisterFlow } from "@/lib/server/registration/register-flow";
import { PersonForm } from "../_components/person-form";
import { PhoneCodeForm } from "../_components/phone-code-form";
import { RegisterPage } from "../_components/register-page";

export const generateMetadata = titled("手机验证");

type Props = {
  params: Promise<{ region: string }>;
  searchParams: Promise<{ flow?: string | string[] }>;
};

/** A registration that begins with the phone: its code, then who it is (R6, 云南 2.4.1(3)). */
export default async function Page({ params, searchParams }: Props) {
  const region = await requireRegion(params);
  const { flow } = await searchParams;
  const now = new Date();
  const read = await readPhoneFlow(region.slug, flow, now);
  if (!read.ok) {
    const on = await readRegisterFlow(region.slug, flow, now);
    redirect(
      on.ok
        ? registerPath(region.slug, on.value.id, on.value.data)
        : `/${region.slug}/register?reason=REGISTRATION_EXPIRED`,
    );
  }
  const { id, data } = read.value;
  const { contactCipher, verified } = data.phone;
  const place = {
    region: region.slug,
    flow: id,
    maskedPhone: maskPhone(reveal("Flow.contact", contactCipher)),
  };
  return (
    <RegisterPage
      region={region}
      overseas={false}
      enterpriseUser={data.enterpriseUser}
      current={verified ? 1 : 0}
      heading={verified ? t("基本信息填写") : t("手机验证")}
      intro={
        verified && data.enterpriseUser
          ? t("已注册的，请填写注册时的姓名、证件和密码；用户名不用填写。")
          : undefined
      }
      flow={`${id} ${verified}`}
    >
      {verified ? <PersonForm {...place} /> : <PhoneCodeForm {...place} />}
    </RegisterPage>
  );
}
