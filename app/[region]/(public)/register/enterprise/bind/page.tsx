import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { requireRegion } from "@/app/[region]/_components/require-region";
import { Alert } from "@/components/ui/alert";
import { messageOf } from "@/lib/messages";
import { boundEnterprise } from "@/lib/server/binding/binding-flow";
import { bindingView } from "@/lib/server/binding/certify";
import { RegisterPage } from "../../_components/register-page";
import { CertifierForm } from "./_components/certifier-form";
import { CertifierRealName } from "./_components/certifier-real-name";
import { EnterpriseForm } from "./_components/enterprise-form";

export const metadata: Metadata = { title: "绑定企业" };

type Props = {
  params: Promise<{ region: string }>;
  searchParams: Promise<{ flow?: string | string[] }>;
};

const HEADINGS = { ENTERPRISE: "绑定企业", CERTIFIER: "企业认证人员", REAL_NAME: "企业认证" };

/** 企业用户注册 after the person is registered: the enterprise, who certifies, and their real name (云南 2.4.2). */
export default async function BindPage({ params, searchParams }: Props) {
  const region = await requireRegion(params);
  const { flow } = await searchParams;
  const { slug } = region;
  const view = await bindingView(slug, flow, new Date());
  if (!view.ok || typeof flow !== "string") {
    const bound = await boundEnterprise(slug, flow);
    redirect(
      `/${slug}/register${bound ? `/enterprise/done?flow=${flow}` : "?reason=REGISTRATION_EXPIRED"}`,
    );
  }
  const { value } = view;
  const place = { region: slug, flow };
  return (
    <RegisterPage
      region={region}
      overseas={false}
      enterpriseUser
      current={value.step === "ENTERPRISE" ? 3 : 4}
      heading={HEADINGS[value.step]}
      flow={flow}
      intro={value.step === "ENTERPRISE" ? undefined : value.enterpriseName}
    >
      {value.step === "ENTERPRISE" && <EnterpriseForm {...place} />}
      {value.step === "CERTIFIER" &&
        (value.certifiers.length > 0 ? (
          <CertifierForm {...place} certifiers={value.certifiers} />
        ) : (
          <Alert tone="warning" title={messageOf({ code: "CERTIFIER_NONE" })} />
        ))}
      {value.step === "REAL_NAME" && (
        <CertifierRealName {...place} maskedName={value.maskedName} ways={value.ways} />
      )}
    </RegisterPage>
  );
}
