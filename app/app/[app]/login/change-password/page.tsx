import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { FlowPasswordForm } from "@/app/[region]/_components/flow-password-form";
import { changeInitialPasswordAction } from "@/app/[region]/(public)/login/actions";
import { PageHeading } from "@/components/layout/page-heading";
import { loginPath, loginStep } from "@/lib/flows/login";
import { passwordToReplace } from "@/lib/server/login/change-initial-password";
import { readLoginFlow } from "@/lib/server/login/login-flow";

export const metadata: Metadata = { title: "修改密码" };

type Props = {
  params: Promise<{ app: string }>;
  searchParams: Promise<{ region?: string | string[]; flow?: string | string[] }>;
};

/** A password that may not stay is changed before the login goes on, in the APP too (K4, B4). */
export default async function AppChangePasswordPage({ params, searchParams }: Props) {
  const { app } = await params;
  const query = await searchParams;
  const flow = await readLoginFlow(String(query.region), query.flow, new Date());
  if (!flow.ok) redirect(`/app/${app}/login?reason=FLOW_EXPIRED`);
  const { id, data, region } = flow.value;
  if (loginStep(data) !== "CHANGE_PASSWORD") redirect(loginPath(region, id, data));
  const { title, reason } = await passwordToReplace(data.accountId);
  return (
    <>
      <PageHeading title={title}>{reason}修改后请使用新密码重新登录。</PageHeading>
      <FlowPasswordForm
        region={region}
        flow={id}
        label={title}
        submitLabel="保存"
        action={changeInitialPasswordAction}
        restart={{ href: `/app/${app}/login`, label: "返回登录" }}
      />
    </>
  );
}
