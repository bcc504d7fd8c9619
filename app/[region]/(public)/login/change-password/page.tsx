import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { requireRegion } from "@/app/[region]/_components/require-region";
import { LoginLayout } from "@/components/layout/login-layout";
import { PageHeading } from "@/components/layout/page-heading";
import { loginPath, loginStep } from "@/lib/flows/login";
import { dueBecause } from "@/lib/server/login/change-initial-password";
import { readLoginFlow } from "@/lib/server/login/login-flow";
import { ChangePasswordForm } from "./_components/change-password-form";

export const metadata: Metadata = { title: "修改密码" };

type Props = {
  params: Promise<{ region: string }>;
  searchParams: Promise<{ flow?: string | string[] }>;
};

const WHY = {
  INITIAL: { title: "修改初始密码", text: "您正在使用初始密码。" },
  RESET: { title: "修改密码", text: "您的密码因安全原因需要更换。" },
} as const;

/** A password that has to be changed: the initial one before the first login (K4), or one that was reset (B4). */
export default async function ChangePasswordPage({ params, searchParams }: Props) {
  const region = await requireRegion(params);
  const flow = await readLoginFlow(region.slug, (await searchParams).flow, new Date());
  if (!flow.ok) redirect(`/${region.slug}/login?reason=FLOW_EXPIRED`);
  const { id, data } = flow.value;
  if (loginStep(data) !== "CHANGE_PASSWORD") redirect(loginPath(region.slug, id, data));
  const { title, text } = WHY[await dueBecause(data.accountId)];
  return (
    <LoginLayout region={region}>
      <PageHeading title={title}>
        {text}为保护账户安全，请先设置新的个人用户密码，修改后重新登录。
      </PageHeading>
      <ChangePasswordForm region={region.slug} flow={id} />
    </LoginLayout>
  );
}
