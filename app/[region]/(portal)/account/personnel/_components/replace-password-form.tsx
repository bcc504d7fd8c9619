"use client";

import { ActionForm } from "@/components/form/action-form";
import { HumanCheck } from "@/components/form/human-check";
import { NewPasswordField } from "@/components/form/new-password-field";
import { PasswordField } from "@/components/form/password-field";
import { SubmitButton } from "@/components/form/submit-button";
import { useActionForm } from "@/components/form/use-action-form";
import type { Result } from "@/lib/domain/result";
import { replacePasswordForm } from "@/lib/schemas/personnel";
import { useReport } from "../../_components/action-report";

type ReplacePasswordFormProps = {
  label: string;
  /** What the new password may not be made of. */
  hint: string;
  /** Said once it is changed. */
  done: string;
  identityVersion: number;
  action: (input: unknown) => Promise<Result>;
};

/** 旧密码, 新密码, 确认新密码, and 人机验证 where the guide says 验证码 (辽宁 三(二)). */
export function ReplacePasswordForm(props: ReplacePasswordFormProps) {
  const { label, hint, done, identityVersion, action } = props;
  const report = useReport();
  const handle = useActionForm<Record<string, unknown>, void>({
    schema: replacePasswordForm,
    defaultValues: {
      oldPassword: "",
      newPassword: "",
      confirmPassword: "",
      humanCheck: "",
      identityVersion,
    },
    action,
    humanCheck: true,
    onSuccess: () => {
      handle.form.reset();
      report(done);
    },
  });
  return (
    <ActionForm handle={handle} label={label} className="max-w-110">
      <PasswordField name="oldPassword" label="旧密码" />
      <NewPasswordField name="newPassword" label="新密码" hint={hint} />
      <PasswordField name="confirmPassword" label="确认新密码" autoComplete="new-password" />
      <HumanCheck />
      <SubmitButton className="justify-self-start">保存</SubmitButton>
    </ActionForm>
  );
}
