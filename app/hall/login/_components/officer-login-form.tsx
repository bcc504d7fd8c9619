"use client";

import { ActionForm } from "@/components/form/action-form";
import { HumanCheck } from "@/components/form/human-check";
import { PasswordField } from "@/components/form/password-field";
import { SubmitButton } from "@/components/form/submit-button";
import { TextField } from "@/components/form/text-field";
import { useActionForm } from "@/components/form/use-action-form";
import { submitOfficerPasswordAction } from "../../actions";

/** 工号 and 密码. */
export function OfficerLoginForm() {
  const handle = useActionForm<Record<string, unknown>, { to: string }>({
    schema: () => import("@/lib/schemas/hall").then((forms) => forms.hallLoginForm),
    defaultValues: { employeeNumber: "", password: "" },
    action: submitOfficerPasswordAction,
    humanCheck: true,
  });
  return (
    <ActionForm handle={handle} label="税务人员登录">
      <TextField name="employeeNumber" label="工号" autoComplete="username" />
      <PasswordField name="password" label="密码" />
      <HumanCheck />
      <SubmitButton className="w-full">登录</SubmitButton>
      <p className="text-muted text-sm">
        忘记密码或更换手机号码，请联系本局主管重新发送设置密码的链接。
      </p>
    </ActionForm>
  );
}
