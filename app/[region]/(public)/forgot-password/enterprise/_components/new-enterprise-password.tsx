"use client";

import { LegacyHelp } from "@/app/[region]/(public)/login/legacy/_components/legacy-help";
import { ActionForm } from "@/components/form/action-form";
import { PasswordField } from "@/components/form/password-field";
import { SubmitButton } from "@/components/form/submit-button";
import { useActionForm } from "@/components/form/use-action-form";
import { newLegacyPasswordForm } from "@/lib/schemas/legacy";
import { setRecoveredPasswordAction } from "../actions";

/** 新企业密码, twice. */
export function NewEnterprisePassword({ region, flow }: { region: string; flow: string }) {
  const handle = useActionForm<Record<string, unknown>, { to: string }>({
    schema: newLegacyPasswordForm,
    defaultValues: { region, flow, newPassword: "", confirmPassword: "" },
    action: setRecoveredPasswordAction,
  });
  return (
    <ActionForm
      handle={handle}
      label="设置新密码"
      help={({ code }) => <LegacyHelp region={region} code={code} />}
    >
      <PasswordField
        name="newPassword"
        label="新密码"
        autoComplete="new-password"
        hint="新的企业密码：8至16个字符，数字、字母、特殊字符（. @ $ % * # _ + - ' & ^）至少两种，字母区分大小写"
      />
      <PasswordField name="confirmPassword" label="确认新密码" autoComplete="new-password" />
      <SubmitButton className="w-full">提交</SubmitButton>
    </ActionForm>
  );
}
