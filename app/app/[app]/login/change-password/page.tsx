import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { ChangePasswordForm } from "@/app/[region]/(public)/login/change-password/_components/change-password-form";
import { PageHeading } from "@/components/layout/page-heading";
import { loginPath, loginStep } from "@/lib/flows/login";
import { readLoginFlow } from "@/lib/server/login/login-flow";

export const metadata: Metadata = { title: "修改密码" };

type Props = {
  params: Promise<{ app: string }>;
  searchParams: Promise<{ region?: string | string[]; flow?: string | string[] }>;
};

/** A password that has to be changed before anything else, in the APP too (K4, B4). */
export default async function AppChangePasswordPage({ params, searchParams }: Props) {
  const { app } = await params;
  const query = await searchParams;
  const flow = await readLoginFlow(String(query.region), query.flow, new Date());
  if (!flow.ok) redirect(`/app/${app}/login?reason=FLOW_EXPIRED`);
  const { id, data, region } = flow.value;
  if (loginStep(data) !== "CHANGE_PASSWORD") redirect(loginPath(region, id, data));
  return (
    <>
      <PageHeading title="修改密码">您的密码需要更换。修改后请使用新密码重新登录。</PageHeading>
      <ChangePasswordForm region={region} flow={id} />
    </>
  );
}
