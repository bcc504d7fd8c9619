"use client";

import { useTexts } from "#use-texts";
import { ActionForm } from "@/components/form/action-form";
import { CheckboxField } from "@/components/form/checkbox-field";
import { CodeField } from "@/components/form/code-field";
import { PasswordField } from "@/components/form/password-field";
import { SendCode } from "@/components/form/send-code";
import { SubmitButton } from "@/components/form/submit-button";
import { useActionForm } from "@/components/form/use-action-form";
import { closeByCodeForm, closeByFaceForm } from "@/lib/schemas/account";
import { closeByCodeAction, closeByFaceAction, sendClosingCodeAction } from "../actions";

type ClosingFormProps = {
  /** The flow in which a face was proved; empty before the first code. */
  flow: string;
  /** How a code comes; null: a face was proved. */
  method: "SMS" | "EMAIL" | null;
  maskedTarget: string | null;
};

const WORDS = {
  SMS: { field: "短信验证码", target: "验证码将发送至您的手机号码" },
  EMAIL: { field: "邮箱验证码", target: "验证码将发送至您的电子邮箱" },
} as const;

/** Both factors, and that the person knows what follows. */
export function ClosingForm({ flow, method, maskedTarget }: ClosingFormProps) {
  const t = useTexts();
  const handle = useActionForm<Record<string, unknown>, { to: string }>({
    schema: method ? closeByCodeForm : closeByFaceForm,
    defaultValues: { flow, understood: false, password: "", ...(method && { code: "" }) },
    action: method ? closeByCodeAction : closeByFaceAction,
  });
  const { form } = handle;

  async function send() {
    const sent = await sendClosingCodeAction({ flow: form.getValues("flow") });
    // The first code begins the flow that the next one and the submission belong to.
    if (sent.ok) form.setValue("flow", sent.value.flow);
    else if (sent.problems[0]?.code === "STEPS_EXPIRED") form.setValue("flow", "");
    return sent;
  }

  return (
    <ActionForm handle={handle} label={t("用户注销")}>
      <PasswordField name="password" label={t("个人用户密码")} />
      {method ? (
        <>
          <p>
            {t(WORDS[method].target)}
            <strong className="mx-1 whitespace-nowrap tabular-nums">{maskedTarget}</strong>
          </p>
          <SendCode send={send} />
          <CodeField name="code" label={t(WORDS[method].field)} />
        </>
      ) : (
        <p>{t("已通过扫脸验证。")}</p>
      )}
      <CheckboxField name="understood" label={t("我已知悉注销后果")} />
      <SubmitButton variant="danger" className="justify-self-start">
        {t("确认注销")}
      </SubmitButton>
    </ActionForm>
  );
}
