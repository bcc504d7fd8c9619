"use client";

import { useTexts } from "#use-texts";
import { NewPhoneFields } from "@/app/[region]/_components/new-phone-fields";
import { AccountFields } from "@/app/[region]/(public)/_components/account-fields";
import { ProblemHelp } from "@/app/[region]/(public)/login/_components/problem-help";
import { ActionForm } from "@/components/form/action-form";
import { HumanCheck } from "@/components/form/human-check";
import { PasswordField } from "@/components/form/password-field";
import { SubmitButton } from "@/components/form/submit-button";
import { useActionForm } from "@/components/form/use-action-form";
import { Link } from "@/components/ui/link";
import { beginFindPhoneAction, findPhoneAction, sendFindPhoneCodeAction } from "../actions";

/** Whose phone, and the password that proves it. */
export function FindPhoneBegin({ region }: { region: string }) {
  const t = useTexts();
  const handle = useActionForm<Record<string, unknown>, { to: string }>({
    schema: () => import("@/lib/schemas/account").then((forms) => forms.findPhoneBeginForm),
    defaultValues: { region, account: "", password: "" },
    action: beginFindPhoneAction,
    humanCheck: true,
  });
  return (
    <ActionForm
      handle={handle}
      label={t("验证密码")}
      help={(problem) =>
        problem.code === "PASSWORD_NOT_CHOSEN" ? (
          <Link className="link" href={`/${region}/forgot-password`}>
            {t("忘记密码")}
          </Link>
        ) : (
          <ProblemHelp region={region} problem={problem} />
        )
      }
    >
      <AccountFields label={t("证件号码/用户名")} />
      <PasswordField name="password" label={t("个人用户密码")} />
      <HumanCheck />
      <SubmitButton className="w-full">{t("下一步")}</SubmitButton>
      <div className="flex flex-wrap justify-between gap-x-4 text-sm">
        <FormLink href={`/${region}/login`}>{t("返回登录")}</FormLink>
        <FormLink href={`/${region}/forgot-password`}>{t("忘记密码")}</FormLink>
      </div>
    </ActionForm>
  );
}

function FormLink({ href, children }: { href: string; children: string }) {
  return (
    <Link href={href} className="link inline-flex min-h-11 items-center">
      {children}
    </Link>
  );
}

/** The new phone and the code sent to it. */
export function FindPhoneNumber({ region, flow }: { region: string; flow: string }) {
  const t = useTexts();
  const handle = useActionForm<Record<string, unknown>, { to: string }>({
    schema: () => import("@/lib/schemas/account").then((forms) => forms.newPhoneForm),
    defaultValues: { region, flow, phone: "", code: "" },
    action: findPhoneAction,
  });
  return (
    <ActionForm
      handle={handle}
      label={t("绑定新手机号码")}
      help={({ code }) =>
        ["STEPS_EXPIRED", "CODE_USED", "CODE_TRIES_USED_UP"].includes(code) && (
          <Link className="link" href={`/${region}/find-phone`}>
            {t("重新开始")}
          </Link>
        )
      }
    >
      <NewPhoneFields
        label={t("新手机号码")}
        send={(phone) => sendFindPhoneCodeAction({ region, flow, phone })}
      />
      <SubmitButton className="w-full">{t("确定")}</SubmitButton>
    </ActionForm>
  );
}
