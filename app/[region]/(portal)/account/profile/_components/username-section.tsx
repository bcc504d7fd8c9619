"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { useTexts } from "#use-texts";
import { ActionForm } from "@/components/form/action-form";
import { SubmitButton } from "@/components/form/submit-button";
import { TextField } from "@/components/form/text-field";
import { useActionForm } from "@/components/form/use-action-form";
import { useProblemText } from "@/components/texts/use-problem-text";
import { Alert } from "@/components/ui/alert";
import { usernameForm } from "@/lib/schemas/account";
import { setUsernameAction } from "../actions";

type UsernameSectionProps = {
  username: string | null;
  /** From which year it may be changed again; null: now. */
  changeableFromYear: number | null;
};

/** 用户名: set, or changed once a year (A2). */
export function UsernameSection({ username, changeableFromYear }: UsernameSectionProps) {
  const t = useTexts();
  const problemText = useProblemText();
  const [saved, setSaved] = useState(false);
  return (
    <section aria-labelledby="username" className="mt-8">
      <h2 id="username" className="mb-2 text-lg">
        {t("用户名")}
      </h2>
      <p className="mb-4 text-muted">
        {username === null ? (
          t("您还没有用户名。用户名不是必需的，设置后可用来登录。")
        ) : (
          <>
            {t("当前用户名")}
            <strong className="mx-1 text-ink">{username}</strong>
          </>
        )}
      </p>
      {saved && <Alert tone="success" role="status" title={t("用户名已保存")} className="mb-4" />}
      {changeableFromYear === null ? (
        <UsernameForm username={username} onSaved={() => setSaved(true)} />
      ) : (
        <Alert
          tone="info"
          title={problemText({
            code: "USERNAME_CHANGED_THIS_YEAR",
            params: { year: changeableFromYear },
          })}
        />
      )}
    </section>
  );
}

function UsernameForm({ username, onSaved }: { username: string | null; onSaved: () => void }) {
  const t = useTexts();
  const router = useRouter();
  const handle = useActionForm<Record<string, unknown>, undefined>({
    schema: usernameForm,
    defaultValues: { username: username ?? "" },
    action: setUsernameAction,
    onSuccess: () => {
      onSaved();
      router.refresh();
    },
  });
  return (
    <ActionForm handle={handle} label={t("用户名")} className="max-w-[27.5rem]">
      <TextField
        name="username"
        label={t("用户名")}
        autoComplete="username"
        hint={`${t("6至20位数字或字母组合，第一位必须为字母，且区分大小写")}${
          username === null ? "" : t("；用户名一年可修改一次")
        }`}
      />
      <SubmitButton className="justify-self-start">{t("保存")}</SubmitButton>
    </ActionForm>
  );
}
