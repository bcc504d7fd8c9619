import { redirect } from "next/navigation";
import { FlowPasswordForm } from "@/app/[region]/_components/flow-password-form";
import { requireRegion } from "@/app/[region]/_components/require-region";
import { titled } from "@/app/[region]/_components/titled";
import { VerifyPerson } from "@/app/[region]/_components/verify-person";
import { LoginLayout } from "@/components/layout/login-layout";
import { PageHeading } from "@/components/layout/page-heading";
import { Stepper } from "@/components/layout/stepper";
import { problemText, t } from "@/components/texts/request-texts";
import { Alert } from "@/components/ui/alert";
import { dayOf } from "@/lib/domain/china-time";
import { faceAppsOf } from "@/lib/regions/apps";
import { opensWithLegacy } from "@/lib/regions/entry-styles";
import { recoveryView } from "@/lib/server/recovery/verify";
import { ForgotPasswordForm } from "./_components/forgot-password-form";
import { PersonRealName } from "./_components/person-real-name";
import {
  forgotPasswordFaceCodeAction,
  sendForgotPasswordCodeAction,
  setForgottenPasswordAction,
  submitForgotPasswordCodeAction,
} from "./actions";
import { RecoveryKind } from "./enterprise/_components/recovery-kind";

export const generateMetadata = titled("忘记密码");

const STEP_NAMES = { VERIFY: "身份验证", REAL_NAME: "实名认证", NEW_PASSWORD: "设置新密码" };
const STEPS = ["确认账户", "身份验证", "设置新密码"];
const STEPS_OF_BOTH = ["确认账户", "身份验证", "实名认证", "设置新密码"];

type Props = {
  params: Promise<{ region: string }>;
  searchParams: Promise<{ flow?: string | string[]; reason?: string | string[] }>;
};

/** 忘记密码 (F1): whose, the proof that it is them, the new password; each step as far as the flow is proved. */
export default async function ForgotPasswordPage({ params, searchParams }: Props) {
  const region = await requireRegion(params);
  const { flow, reason } = await searchParams;
  const { slug } = region;
  const both = region.recoveryProofs === "CODE_AND_REAL_NAME";
  const restart = `/${slug}/forgot-password`;
  const read =
    flow === undefined ? null : await recoveryView({ region: slug, flow }, { now: new Date() });
  if (read && !read.ok) redirect(`${restart}?reason=STEPS_EXPIRED`);
  const view = read?.value;
  const at = { region: slug, flow: String(flow) };
  return (
    <LoginLayout region={region}>
      <PageHeading title={t("忘记密码")}>
        {view
          ? null
          : both
            ? t("通过短信和实名认证确认是您本人后设置新密码，账号锁定同时解除。")
            : t("通过短信或扫脸确认是您本人后设置新密码，账号锁定同时解除。")}
      </PageHeading>
      {!view && opensWithLegacy(region, dayOf(new Date())) && (
        <RecoveryKind region={slug} current="PERSON" />
      )}
      <Stepper
        steps={(both ? STEPS_OF_BOTH : STEPS).map(t.named)}
        current={view ? (both ? STEPS_OF_BOTH : STEPS).indexOf(STEP_NAMES[view.step]) : 0}
      />
      {!view && reason === "STEPS_EXPIRED" && (
        <Alert
          tone="warning"
          role="status"
          title={problemText({ code: reason })}
          className="mb-6"
        />
      )}
      {!view && <ForgotPasswordForm region={slug} />}
      {view?.step === "VERIFY" && (
        <VerifyPerson
          {...at}
          view={view}
          apps={faceAppsOf(region)}
          send={sendForgotPasswordCodeAction}
          submit={submitForgotPasswordCodeAction}
          faceCode={forgotPasswordFaceCodeAction}
          restart={restart}
        />
      )}
      {view?.step === "REAL_NAME" && <PersonRealName {...at} ways={view.ways} />}
      {view?.step === "NEW_PASSWORD" && (
        <FlowPasswordForm
          {...at}
          label={t("设置新密码")}
          submitLabel={t("提交")}
          action={setForgottenPasswordAction}
          restart={{ href: restart, label: t("重新开始") }}
        />
      )}
    </LoginLayout>
  );
}
