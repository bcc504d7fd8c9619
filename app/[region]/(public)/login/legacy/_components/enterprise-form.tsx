"use client";

import Link from "next/link";
import { ActionForm } from "@/components/form/action-form";
import { HumanCheck } from "@/components/form/human-check";
import { PasswordField } from "@/components/form/password-field";
import { SubmitButton } from "@/components/form/submit-button";
import { TextField } from "@/components/form/text-field";
import { useActionForm } from "@/components/form/use-action-form";
import { enterprisePasswordForm } from "@/lib/schemas/legacy";
import { submitEnterprisePasswordAction } from "../actions";
import { Agreement } from "./agreement";
import { LegacyHelp } from "./legacy-help";

type EnterpriseFormProps = { region: string; entry: "ENTERPRISE" | "AGENCY"; label: string };

const WORDS = {
  ENTERPRISE: { id: "纳税人识别号", password: "企业密码" },
  AGENCY: { id: "社会信用代码或纳税人识别号", password: "登录密码" },
} as const;

/** First step of 普通登录 and of 代理机构登录: the enterprise's own password. */
export function EnterpriseForm({ region, entry, label }: EnterpriseFormProps) {
  const words = WORDS[entry];
  const handle = useActionForm<Record<string, unknown>, { to: string }>({
    schema: enterprisePasswordForm,
    defaultValues: { region, entry, taxpayerId: "", password: "", agreement: false },
    action: submitEnterprisePasswordAction,
    humanCheck: true,
  });
  return (
    <ActionForm
      handle={handle}
      label={label}
      help={({ code }) => <LegacyHelp region={region} code={code} />}
    >
      <TextField
        name="taxpayerId"
        label={words.id}
        autoComplete="organization"
        autoCapitalize="characters"
      />
      <PasswordField
        name="password"
        label={words.password}
        hint={entry === "ENTERPRISE" ? "《电子税务局办税用户注册凭证》上的密码" : undefined}
      />
      <HumanCheck />
      <Agreement region={region} />
      <SubmitButton className="w-full">登录</SubmitButton>
      <Link
        prefetch={false}
        href={`/${region}/forgot-password/enterprise`}
        className="link inline-flex min-h-11 items-center justify-self-end text-sm"
      >
        忘记密码
      </Link>
    </ActionForm>
  );
}
