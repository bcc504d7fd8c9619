"use client";

import { ActionForm } from "@/components/form/action-form";
import { HumanCheck } from "@/components/form/human-check";
import { PasswordField } from "@/components/form/password-field";
import { SubmitButton } from "@/components/form/submit-button";
import { TextField } from "@/components/form/text-field";
import { useActionForm } from "@/components/form/use-action-form";
import { Link } from "@/components/ui/link";
import { submitEnterprisePasswordAction } from "../actions";
import { Agreement } from "./agreement";
import { LegacyHelp } from "./legacy-help";

type EnterpriseFormProps = {
  region: string;
  entry: "ENTERPRISE" | "AGENCY" | "SPECIFIC";
  label: string;
  words: { taxpayerId: string; password: string };
};

const HINTS = {
  ENTERPRISE: "《电子税务局办税用户注册凭证》上的密码",
  AGENCY: undefined,
  SPECIFIC: "企业在机构所在地使用的企业密码；验证后选择跨区域涉税事项",
};

/** First step of 普通登录, 代理机构登录 and 报验户登录: the enterprise's own password. */
export function EnterpriseForm({ region, entry, label, words }: EnterpriseFormProps) {
  const handle = useActionForm<Record<string, unknown>, { to: string }>({
    schema: () => import("@/lib/schemas/legacy").then((forms) => forms.enterprisePasswordForm),
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
        label={words.taxpayerId}
        autoComplete="organization"
        autoCapitalize="characters"
      />
      <PasswordField name="password" label={words.password} hint={HINTS[entry]} />
      <HumanCheck />
      <Agreement region={region} />
      <SubmitButton className="w-full">登录</SubmitButton>
      {entry !== "SPECIFIC" && (
        <Link
          href={`/${region}/forgot-password/enterprise`}
          className="link inline-flex min-h-11 items-center justify-self-end text-sm"
        >
          忘记密码
        </Link>
      )}
    </ActionForm>
  );
}
