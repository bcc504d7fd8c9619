"use client";

import { ActionForm } from "@/components/form/action-form";
import { HumanCheck } from "@/components/form/human-check";
import { PasswordField } from "@/components/form/password-field";
import { SubmitButton } from "@/components/form/submit-button";
import { TextField } from "@/components/form/text-field";
import { useActionForm } from "@/components/form/use-action-form";
import { Link } from "@/components/ui/link";
import { ProblemHelp } from "../../_components/problem-help";
import { submitFirstFactorAction } from "../../actions";
import { Agreement } from "./agreement";

/** 自然人登录 (辽宁 二(二), 云南 1): the person's own account, and 身份验证 after it as everywhere (OL4). */
export function PersonForm({
  region,
  label,
  register,
}: {
  region: string;
  label: string;
  /** Name of the link to the registration. */
  register: string;
}) {
  const handle = useActionForm<Record<string, unknown>, { to: string }>({
    schema: () => import("@/lib/schemas/login").then((forms) => forms.loginForms.PERSON),
    defaultValues: { region, entry: "PERSON", account: "", password: "", agreement: false },
    action: submitFirstFactorAction,
    humanCheck: true,
  });
  return (
    <ActionForm
      handle={handle}
      label={label}
      help={(problem) => <ProblemHelp region={region} problem={problem} />}
    >
      <TextField
        name="account"
        label="用户注册名"
        autoComplete="username"
        hint="也可输入证件号码或手机号码"
      />
      <PasswordField name="password" label="登录密码" />
      <HumanCheck />
      <Agreement region={region} />
      <SubmitButton className="w-full">登录</SubmitButton>
      <div className="flex justify-between text-sm">
        <Link href={`/${region}/register`} className="link inline-flex min-h-11 items-center">
          {register}
        </Link>
        <Link
          href={`/${region}/forgot-password`}
          className="link inline-flex min-h-11 items-center"
        >
          忘记密码
        </Link>
      </div>
    </ActionForm>
  );
}
