"use client";

import { useTexts } from "#use-texts";
import { AccountFields } from "@/app/[region]/(public)/_components/account-fields";
import { ActionForm } from "@/components/form/action-form";
import { AgreementField } from "@/components/form/agreement-field";
import { HumanCheck } from "@/components/form/human-check";
import { PasswordField } from "@/components/form/password-field";
import { SelectField } from "@/components/form/select-field";
import { SubmitButton } from "@/components/form/submit-button";
import { TextField } from "@/components/form/text-field";
import { useActionForm } from "@/components/form/use-action-form";
import { Link } from "@/components/ui/link";
import { PROJECT_KIND_CHOICES } from "@/lib/labels";
import type { ScanApp } from "@/lib/regions/types";
import type { loginForms } from "@/lib/schemas/login";
import { submitFirstFactorAction } from "../actions";
import { ProblemHelp } from "./problem-help";

export type LoginEntry = keyof typeof loginForms;

type LoginFormProps = {
  region: string;
  entry: LoginEntry;
  label: string;
  /** Signs in to a phone application instead of the portal. */
  app?: ScanApp;
};

/** First factor at one entry (L2). The four entries share one person and one password, each asks for what it needs. */
export function LoginForm({ region, entry, label, app }: LoginFormProps) {
  const t = useTexts();
  const handle = useActionForm<Record<string, unknown>, { to: string }>({
    schema: () => import("@/lib/schemas/login").then((forms) => forms.loginForms[entry]),
    defaultValues: {
      region,
      entry,
      app,
      taxpayerId: "",
      account: "",
      password: "",
      projectKind: "",
      agreement: false,
    },
    action: submitFirstFactorAction,
    humanCheck: true,
  });
  return (
    <ActionForm
      handle={handle}
      label={label}
      help={(problem) => <ProblemHelp region={region} problem={problem} />}
    >
      {entry === "SPECIFIC" && (
        <SelectField
          name="projectKind"
          label={t("特定主体类型")}
          options={PROJECT_KIND_CHOICES.map(({ value, label }) => ({
            value,
            label: t.named(label),
          }))}
        />
      )}
      {entry !== "PERSON" && (
        <TextField
          name="taxpayerId"
          label={t("统一社会信用代码/纳税人识别号")}
          autoComplete="organization"
          autoCapitalize="characters"
        />
      )}
      <AccountFields
        label={t("居民身份证号码/手机号码/用户名")}
        hint={t("其他证件可输入证件号码")}
      />
      <PasswordField name="password" label={t("个人用户密码")} autoComplete="current-password" />
      <HumanCheck />
      <AgreementField region={region} />
      <SubmitButton className="w-full">{t("登录")}</SubmitButton>
      <div className="grid grid-cols-2 gap-x-4 gap-y-1 text-sm">
        <FormLink href={`/${region}/register`}>{t("用户注册")}</FormLink>
        <FormLink href={`/${region}/forgot-password`} end>
          {t("忘记密码")}
        </FormLink>
        <FormLink href={`/${region}/find-phone`}>{t("找回手机号码")}</FormLink>
        <FormLink href={`/${region}/new-taxpayer`} end>
          {t("新办纳税人套餐服务")}
        </FormLink>
      </div>
    </ActionForm>
  );
}

function FormLink({ href, end, children }: { href: string; end?: boolean; children: string }) {
  return (
    <Link
      href={href}
      className={`link inline-flex min-h-11 items-center ${end ? "justify-self-end text-right" : ""}`}
    >
      {children}
    </Link>
  );
}
