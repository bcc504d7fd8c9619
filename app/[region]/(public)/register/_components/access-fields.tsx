"use client";

import { useTexts } from "#use-texts";
import { AgreementField } from "@/components/form/agreement-field";
import { NewPasswordField } from "@/components/form/new-password-field";
import { PasswordField } from "@/components/form/password-field";
import { TextField } from "@/components/form/text-field";

/** Password, user name and agreement of a registration. */
export function AccessFields({ region }: { region: string }) {
  const t = useTexts();
  return (
    <>
      <NewPasswordField name="newPassword" label={t("个人用户密码")} />
      <PasswordField name="confirmPassword" label={t("确认密码")} autoComplete="new-password" />
      <TextField
        name="username"
        label={t("用户名（选填）")}
        autoComplete="username"
        hint={t("可用来登录：6至20位数字或字母，第一位为字母，区分大小写")}
        optional="LABELLED"
      />
      <AgreementField region={region} />
    </>
  );
}
