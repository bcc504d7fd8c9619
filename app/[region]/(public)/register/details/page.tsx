import { redirect } from "next/navigation";
import { requireRegion } from "@/app/[region]/_components/require-region";
import { titled } from "@/app/[region]/_components/titled";
import { t } from "@/components/texts/request-texts";
import { collectedFirst } from "@/lib/domain/registration-rules";
import { registerPath } from "@/lib/flows/register";
import { contactMethod } from "@/lib/server/registration/contact";
import { registrationAt } from "@/lib/server/registration/register-flow";
import { registrationSummary } from "@/lib/server/registration/summary";
import { AccessForm } from "../_components/access-form";
import { DetailsForm } from "../_components/details-form";
import { RegisterPage } from "../_components/register-page";

export const generateMetadata = titled("基本信息填写");

type Props = {
  params: Promise<{ region: string }>;
  searchParams: Promise<{ flow?: string | string[] }>;
};

/** 基本信息填写: phone or mailbox, password, user name (R1). */
export default async function Page({ params, searchParams }: Props) {
  const region = await requireRegion(params);
  const { flow } = await searchParams;
  const at = await registrationAt("DETAILS", { region: region.slug, flow, now: new Date() });
  if (!at.ok) redirect(`/${region.slug}/register?reason=REGISTRATION_EXPIRED`);
  if ("to" in at.value) redirect(at.value.to);
  const { id, data } = at.value;
  if (data.holder) redirect(registerPath(region.slug, id, data));
  const { contact, username } = registrationSummary(data);
  const hall = !data.overseas && collectedFirst(data.documentType);
  return (
    <RegisterPage
      region={region}
      overseas={data.overseas}
      enterpriseUser={data.enterpriseUser}
      current={1}
      heading={t("基本信息填写")}
      flow={id}
    >
      {contact ? (
        <AccessForm region={region.slug} flow={id} contact={contact} username={username ?? ""} />
      ) : (
        <DetailsForm
          region={region.slug}
          flow={id}
          method={contactMethod(data)}
          hint={
            hall
              ? t("请填写在办税服务厅采集实名信息时登记的手机号码")
              : t("一个手机号码只能绑定一个人，请填写本人的号码")
          }
        />
      )}
    </RegisterPage>
  );
}
