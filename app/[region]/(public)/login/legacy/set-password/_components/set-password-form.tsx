"use client";

import { ActionForm } from "@/components/form/action-form";
import { PasswordField } from "@/components/form/password-field";
import { SubmitButton } from "@/components/form/submit-button";
import { useActionForm } from "@/components/form/use-action-form";
import { newLegacyPasswordForm } from "@/lib/schemas/legacy";
import { LegacyHelp } from "../../_components/legacy-help";
import { setHandlerPasswordAction } from "../../actions";

/** 个人登录密码, twice. */
export function SetPasswordForm({ region, flow }: { region: string; flow: string }) {
  const handle = useActionForm<Record<string, unknown>, { to: string }>({
    schema: newLegacyPasswordForm,
    defaultValues: { region, flow, newPassword: "", confirmPassword: "" },
    action: setHandlerPasswordAction,
  });
  return (
    <ActionForm
      handle={handle}
      label="设置个人登录密码"
      help={({ code }) => <LegacyHelp region={region} code={code} />}
    >
      <PasswordField
        name="newPassword"
        label="个人登录密码"
        autoComplete="new-password"
        hint="8至16个字符，数字、字母、特殊字符（. @ $ % * # _ + - ' & ^）至少两种，字母区分大小写"
      />
      <PasswordField name="confirmPassword" label="确认个人登录密码" autoComplete="new-password" />
      <SubmitButton className="w-full">保存</SubmitButton>
    </ActionForm>
  );
}
