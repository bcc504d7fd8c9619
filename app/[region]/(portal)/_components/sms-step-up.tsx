"use client";

import { useRouter } from "next/navigation";
import { useTexts } from "#use-texts";
import { ActionForm } from "@/components/form/action-form";
import { CodeField } from "@/components/form/code-field";
import { SendCode } from "@/components/form/send-code";
import { SubmitButton } from "@/components/form/submit-button";
import { useActionForm } from "@/components/form/use-action-form";
import { Alert } from "@/components/ui/alert";
import { stepUpCodeForm } from "@/lib/schemas/legacy";
import { sendStepUpCodeAction, submitStepUpCodeAction } from "./step-up-actions";

/** A login by two passwords does not do for a sensitive function: a text message comes first (O1). */
export function SmsStepUp() {
  const t = useTexts();
  const router = useRouter();
  const handle = useActionForm<Record<string, unknown>, { proved: true }>({
    schema: stepUpCodeForm,
    defaultValues: { flow: "", code: "" },
    action: submitStepUpCodeAction,
    onSuccess: () => router.refresh(),
  });

  async function send() {
    const flow = String(handle.form.getValues("flow") ?? "");
    const answer = await sendStepUpCodeAction({ flow });
    if (answer.ok) handle.form.setValue("flow", answer.value.flow);
    return answer;
  }

  return (
    <>
      <Alert tone="warning" title={t("办理该业务前请先短信验证")}>
        <p>
          {t("您以密码方式登录旧版。该业务需要向您的手机号码发送验证码，确认是您本人正在办理。")}
        </p>
      </Alert>
      <ActionForm handle={handle} label={t("短信验证")} className="mt-6 max-w-md">
        <SendCode send={send} />
        <CodeField name="code" label={t("短信验证码")} />
        <SubmitButton>{t("确定")}</SubmitButton>
      </ActionForm>
    </>
  );
}
