"use client";

import { ActionForm } from "@/components/form/action-form";
import { HumanCheck } from "@/components/form/human-check";
import { NewPasswordField } from "@/components/form/new-password-field";
import { PasswordField } from "@/components/form/password-field";
import { SubmitButton } from "@/components/form/submit-button";
import { TextField } from "@/components/form/text-field";
import { useActionForm } from "@/components/form/use-action-form";
import { setOfficerPasswordAction } from "../../../actions";

/** A password the officer alone chooses. */
export function OfficerPasswordForm({ token }: { token: string }) {
  const handle = useActionForm<Record<string, unknown>, { to: string }>({
    schema: () => import("@/lib/schemas/hall").then((forms) => forms.officerPasswordForm),
    defaultValues: { token, employeeNumber: "", newPassword: "", confirmPassword: "" },
    action: setOfficerPasswordAction,
    humanCheck: true,
  });
  return (
    <ActionForm handle={handle} label="设置密码">
      <TextField name="employeeNumber" label="工号" autoComplete="username" />
      <NewPasswordField name="newPassword" label="新密码" />
      <PasswordField name="confirmPassword" label="确认新密码" autoComplete="new-password" />
      <HumanCheck />
      <SubmitButton className="w-full">设置密码</SubmitButton>
    </ActionForm>
  );
}
