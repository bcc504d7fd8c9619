"use client";

import Link from "next/link";
import { ActionForm } from "@/components/form/action-form";
import { PasswordField } from "@/components/form/password-field";
import { SubmitButton } from "@/components/form/submit-button";
import { useActionForm } from "@/components/form/use-action-form";
import { initialPasswordForm } from "@/lib/schemas/login";
import { changeInitialPasswordAction } from "../../actions";

/** New password, twice. */
export function ChangePasswordForm({ region, flow }: { region: string; flow: string }) {
  const handle = useActionForm<Record<string, unknown>, { to: string }>({
    schema: initialPasswordForm,
    defaultValues: { region, flow, newPassword: "", confirmPassword: "" },
    action: changeInitialPasswordAction,
  });
  return (
    <ActionForm
      handle={handle}
      label="修改密码"
      help={({ code }) =>
        code === "FLOW_EXPIRED" && (
          <Link className="link" href={`/${region}/login`}>
            返回登录
          </Link>
        )
      }
    >
      <PasswordField
        name="newPassword"
        label="新密码"
        autoComplete="new-password"
        hint="8至16个字符，数字、字母、特殊字符（. @ $ % * # _ + - ' & ^）至少两种，字母区分大小写"
      />
      <PasswordField name="confirmPassword" label="确认新密码" autoComplete="new-password" />
      <SubmitButton className="w-full">保存</SubmitButton>
    </ActionForm>
  );
}
