"use client";

import { useTexts } from "#use-texts";
import { ActionForm } from "@/components/form/action-form";
import { SubmitButton } from "@/components/form/submit-button";
import { useActionForm } from "@/components/form/use-action-form";
import { Link } from "@/components/ui/link";
import { nothingForm } from "@/lib/schemas/account";
import { beginForgottenOldPasswordAction } from "../actions";

/** 忘记旧密码: what comes next, and its beginning. */
export function ForgottenOldPassword({ region }: { region: string }) {
  const t = useTexts();
  const handle = useActionForm<Record<string, unknown>, { to: string }>({
    schema: nothingForm,
    defaultValues: {},
    action: beginForgottenOldPasswordAction,
  });
  return (
    <ActionForm handle={handle} label={t("忘记旧密码")}>
      <p>{t("不记得旧密码的，先通过短信或扫脸确认是您本人，再设置新密码。")}</p>
      <div className="flex flex-wrap items-center gap-4">
        <SubmitButton>{t("下一步")}</SubmitButton>
        <Link
          className="link inline-flex min-h-11 items-center"
          href={`/${region}/account/password`}
        >
          {t("使用旧密码修改")}
        </Link>
      </div>
    </ActionForm>
  );
}
