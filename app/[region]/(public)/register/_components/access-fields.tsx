"use client";

import Link from "next/link";
import { CheckboxField } from "@/components/form/checkbox-field";
import { NewPasswordField } from "@/components/form/new-password-field";
import { PasswordField } from "@/components/form/password-field";
import { TextField } from "@/components/form/text-field";

/** Password, user name and agreement of a registration. */
export function AccessFields({ region }: { region: string }) {
  return (
    <>
      <NewPasswordField name="newPassword" label="个人用户密码" />
      <PasswordField name="confirmPassword" label="确认密码" autoComplete="new-password" />
      <TextField
        name="username"
        label="用户名（选填）"
        autoComplete="username"
        hint="可用来登录：6至20位数字或字母，第一位为字母，区分大小写"
        optional="LABELLED"
      />
      <CheckboxField name="agreement" label="我已阅读并同意用户服务协议、隐私政策">
        我已阅读并同意
        <Link prefetch={false} className="link" href={`/${region}/terms`} target="_blank">
          用户服务协议
        </Link>
        、
        <Link prefetch={false} className="link" href={`/${region}/privacy`} target="_blank">
          隐私政策
        </Link>
      </CheckboxField>
    </>
  );
}
