"use client";

import { useTexts } from "#use-texts";
import { AccountFields } from "@/app/[region]/(public)/_components/account-fields";
import { ProblemHelp } from "@/app/[region]/(public)/login/_components/problem-help";
import { ActionForm } from "@/components/form/action-form";
import { HumanCheck } from "@/components/form/human-check";
import { SubmitButton } from "@/components/form/submit-button";
import { useActionForm } from "@/components/form/use-action-form";
import { Link } from "@/components/ui/link";
import { beginForgotPasswordAction } from "../actions";

/** Whose password was forgotten. */
export function ForgotPasswordForm({ region }: { region: string }) {
  const t = useTexts();
  const handle = useActionForm<Record<string, unknown>, { to: string }>({
    schema: () => import("@/lib/schemas/account").then((forms) => forms.forgotPasswordForm),
    defaultValues: { region, account: "" },
    action: beginForgotPasswordAction,
    humanCheck: true,
  });
  return (
    <ActionForm
      handle={handle}
      label={t("确认账户")}
      help={(problem) => <ProblemHelp region={region} problem={problem} />}
    >
      <AccountFields label={t("证件号码/手机号码")} />
      <HumanCheck />
      <SubmitButton className="w-full">{t("下一步")}</SubmitButton>
      <Link href={`/${region}/login`} className="link inline-flex min-h-11 items-center text-sm">
        {t("返回登录")}
      </Link>
    </ActionForm>
  );
}
