"use client";

import { useTexts } from "#use-texts";
import { beginUnlockAction } from "@/app/[region]/(public)/login/scan-actions";
import { ActionForm } from "@/components/form/action-form";
import { HumanCheck } from "@/components/form/human-check";
import { SubmitButton } from "@/components/form/submit-button";
import { TextField } from "@/components/form/text-field";
import { useActionForm } from "@/components/form/use-action-form";

/** Whose account is to be unlocked. */
export function UnlockForm({ region }: { region: string }) {
  const t = useTexts();
  const handle = useActionForm<Record<string, unknown>, { to: string }>({
    schema: () => import("@/lib/schemas/unlock").then((forms) => forms.unlockForm),
    defaultValues: { region, account: "" },
    action: beginUnlockAction,
    humanCheck: true,
  });
  return (
    <ActionForm handle={handle} label={t("刷脸解锁")}>
      <TextField
        name="account"
        label={t("居民身份证号码/手机号码/用户名")}
        autoComplete="username"
      />
      <HumanCheck />
      <SubmitButton className="w-full">{t("下一步")}</SubmitButton>
    </ActionForm>
  );
}
