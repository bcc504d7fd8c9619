import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { requireRegion } from "@/app/[region]/_components/require-region";
import { LoginLayout } from "@/components/layout/login-layout";
import { PageHeading } from "@/components/layout/page-heading";
import { secondFactorView } from "@/lib/server/login/second-factor";
import { PhoneEmpty } from "./_components/phone-empty";
import { VerifyForm } from "./_components/verify-form";

export const metadata: Metadata = { title: "身份验证" };

type Props = {
  params: Promise<{ region: string }>;
  searchParams: Promise<{ flow?: string | string[] }>;
};

/** Second factor of a login (L3, L4). */
export default async function VerifyPage({ params, searchParams }: Props) {
  const region = await requireRegion(params);
  const { flow } = await searchParams;
  const view = await secondFactorView(region.slug, flow, new Date());
  if (!view.ok || typeof flow !== "string") {
    redirect(`/${region.slug}/login?reason=FLOW_EXPIRED`);
  }
  if ("to" in view.value) redirect(view.value.to);
  const { method, maskedTarget, resendSeconds } = view.value;
  return (
    <LoginLayout region={region}>
      <PageHeading title="身份验证" />
      {method && maskedTarget ? (
        <VerifyForm
          region={region.slug}
          flow={flow}
          method={method}
          maskedTarget={maskedTarget}
          resendSeconds={resendSeconds}
        />
      ) : (
        <PhoneEmpty region={region.slug} />
      )}
    </LoginLayout>
  );
}
