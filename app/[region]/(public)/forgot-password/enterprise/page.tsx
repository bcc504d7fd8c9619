import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { FlowPasswordForm } from "@/app/[region]/_components/flow-password-form";
import { requireRegion } from "@/app/[region]/_components/require-region";
import { LoginLayout } from "@/components/layout/login-layout";
import { PageHeading } from "@/components/layout/page-heading";
import { Stepper } from "@/components/layout/stepper";
import { Alert } from "@/components/ui/alert";
import { messageOf } from "@/lib/messages";
import { appName, realNameApps } from "@/lib/regions/apps";
import { openLegacyEntry } from "@/lib/server/legacy/legacy-flow";
import { recoveryView } from "@/lib/server/legacy/recovery";
import { EnterpriseNumber } from "./_components/enterprise-number";
import { ReceiverFace } from "./_components/receiver-face";
import { ReceiverForm } from "./_components/receiver-form";
import { RecoveryKind } from "./_components/recovery-kind";
import { setRecoveredPasswordAction } from "./actions";

export const metadata: Metadata = { title: "忘记密码" };

type Props = {
  params: Promise<{ region: string }>;
  searchParams: Promise<{ flow?: string | string[] }>;
};

const STEPS = ["确认企业", "短信验证", "扫脸验证", "设置新密码"];

/** 忘记密码 of an enterprise, where the bureau has an old entry (F4). */
export default async function EnterpriseRecoveryPage({ params, searchParams }: Props) {
  const region = await requireRegion(params);
  const { flow } = await searchParams;
  if (!openLegacyEntry(region.slug, new Date()).ok) notFound();
  if (typeof flow !== "string") {
    return (
      <LoginLayout region={region}>
        <PageHeading title="忘记密码">找回旧版登录使用的企业密码。</PageHeading>
        <RecoveryKind region={region.slug} current="ENTERPRISE" />
        <Stepper steps={STEPS} current={0} />
        <EnterpriseNumber region={region.slug} />
      </LoginLayout>
    );
  }
  const view = await recoveryView(region.slug, flow, new Date());
  if (!view.ok) redirect(`/${region.slug}/login/legacy?reason=FLOW_EXPIRED`);
  const { value } = view;
  const place = { region: region.slug, flow };
  const current = { RECEIVER: 1, FACE: 2, NEW_PASSWORD: 3 }[value.step];
  return (
    <LoginLayout region={region}>
      <PageHeading title="忘记密码">
        {"enterpriseName" in value && value.enterpriseName}
      </PageHeading>
      <Stepper steps={STEPS} current={current} />
      {value.step === "RECEIVER" &&
        (value.receivers.length > 0 ? (
          <ReceiverForm {...place} receivers={value.receivers} />
        ) : (
          <Alert tone="warning" title={messageOf({ code: "RECEIVER_NONE" })} />
        ))}
      {value.step === "FACE" && (
        <ReceiverFace
          {...place}
          enrolled={value.enrolled}
          apps={realNameApps(region).map((app) => ({ app, name: appName(app, region) }))}
        />
      )}
      {value.step === "NEW_PASSWORD" && (
        <FlowPasswordForm
          {...place}
          label="设置新密码"
          submitLabel="提交"
          hint="新的企业密码，字母区分大小写"
          action={setRecoveredPasswordAction}
          restart={{ href: `/${region.slug}/forgot-password/enterprise`, label: "重新开始" }}
        />
      )}
    </LoginLayout>
  );
}
