import { redirect } from "next/navigation";
import { FlowPasswordForm } from "@/app/[region]/_components/flow-password-form";
import { requireRegion } from "@/app/[region]/_components/require-region";
import { titled } from "@/app/[region]/_components/titled";
import { LoginLayout } from "@/components/layout/login-layout";
import { PageHeading } from "@/components/layout/page-heading";
import { t } from "@/components/texts/request-texts";
import { loginPath, loginStep } from "@/lib/flows/login";
import { passwordToReplace } from "@/lib/server/login/change-initial-password";
import { readLoginFlow } from "@/lib/server/login/login-flow";
import { changeInitialPasswordAction } from "../actions";

export const generateMetadata = titled("修改密码");

type Props = {
  params: Promise<{ region: string }>;
  searchParams: Promise<{ flow?: string | string[] }>;
};

/** A password that may not stay (the initial one, one that was reset) is changed before the login goes on (K4, B4). */
export default async function ChangePasswordPage({ params, searchParams }: Props) {
  const region = await requireRegion(params);
  const flow = await readLoginFlow(region.slug, (await searchParams).flow, new Date());
  if (!flow.ok) redirect(`/${region.slug}/login?reason=FLOW_EXPIRED`);
  const { id, data } = flow.value;
  if (loginStep(data) !== "CHANGE_PASSWORD") redirect(loginPath(region.slug, id, data));
  const { title, reason } = await passwordToReplace(data.accountId);
  return (
    <LoginLayout region={region}>
      <PageHeading title={t.named(title)}>
        {t.named(reason)}
        {t("为保护账户安全，请先设置新的个人用户密码，修改后重新登录。")}
      </PageHeading>
      <FlowPasswordForm
        region={region.slug}
        flow={id}
        label={t.named(title)}
        submitLabel={t("保存")}
        action={changeInitialPasswordAction}
        restart={{ href: `/${region.slug}/login`, label: t("返回登录") }}
      />
    </LoginLayout>
  );
}
