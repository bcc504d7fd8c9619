"use client";

import { useTexts } from "#use-texts";
import { ActionForm } from "@/components/form/action-form";
import { CodeField } from "@/components/form/code-field";
import { SendCode } from "@/components/form/send-code";
import { SubmitButton } from "@/components/form/submit-button";
import { useActionForm } from "@/components/form/use-action-form";
import { sendPhoneCodeAction, verifyRegisterPhoneAction } from "../actions";
import { RegisterHelp } from "./register-help";

type PhoneCodeFormProps = { region: string; flow: string; maskedPhone: string };

/** The code that proves the phone a registration begins with. */
export function PhoneCodeForm({ region, flow, maskedPhone }: PhoneCodeFormProps) {
  const t = useTexts();
  const handle = useActionForm<Record<string, unknown>, { to: string }>({
    schema: () => import("@/lib/schemas/register").then((forms) => forms.registerPhoneProofForm),
    defaultValues: { region, flow, code: "" },
    action: verifyRegisterPhoneAction,
  });
  return (
    <ActionForm
      handle={handle}
      label={t("手机验证")}
      help={({ code }) => <RegisterHelp region={region} code={code} />}
    >
      <p>
        {t("验证码将发送至您的手机号码")}{" "}
        <strong className="whitespace-nowrap tabular-nums">{maskedPhone}</strong>
      </p>
      <SendCode send={() => sendPhoneCodeAction({ region, flow })} />
      <CodeField name="code" label={t("短信验证码")} />
      <SubmitButton className="w-full">{t("下一步")}</SubmitButton>
    </ActionForm>
  );
}
