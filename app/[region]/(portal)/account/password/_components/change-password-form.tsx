"use client";

import { useTexts } from "#use-texts";
import { ActionForm } from "@/components/form/action-form";
import { NewPasswordField } from "@/components/form/new-password-field";
import { PasswordField } from "@/components/form/password-field";
import { SubmitButton } from "@/components/form/submit-button";
import { useActionForm } from "@/components/form/use-action-form";
import { Link } from "@/components/ui/link";
import { changePasswordForm } from "@/lib/schemas/account";
import { changePasswordAction } from "../actions";

type ChangePasswordFormProps = { region: string; ownerWords: readonly string[] };

/** The old password and the new one, twice. */
export function ChangePasswordForm({ region, ownerWords }: ChangePasswordFormProps) {
  const t = useTexts();
  const handle = useActionForm<Record<string, unknown>, { to: string }>({
    schema: changePasswordForm,
    defaultValues: { oldPassword: "", newPassword: "", confirmPassword: "" },
    action: changePasswordAction,
    // The page stays: what was typed goes.
    onSuccess: () => handle.form.reset(),
  });
  const forgot = (
    <Link
      className="link inline-flex min-h-11 items-center text-sm"
      href={`/${region}/account/password?forgot=1`}
    >
      {t("忘记旧密码")}
    </Link>
  );
  return (
    <ActionForm
      handle={handle}
      label={t("个人密码修改")}
      help={({ code }) =>
        code === "ACCOUNT_LOCKED" && t("可以使用页面上的“忘记旧密码”，修改后立即解锁。")
      }
    >
      <div>
        <PasswordField name="oldPassword" label={t("旧密码")} />
        {forgot}
      </div>
      <NewPasswordField name="newPassword" label={t("新密码")} ownerWords={ownerWords} />
      <PasswordField name="confirmPassword" label={t("确认新密码")} autoComplete="new-password" />
      <SubmitButton className="justify-self-start">{t("保存")}</SubmitButton>
    </ActionForm>
  );
}
