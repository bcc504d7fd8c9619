"use client";

import { useTexts } from "#use-texts";
import { ActionForm } from "@/components/form/action-form";
import { CodeField } from "@/components/form/code-field";
import { SendCode } from "@/components/form/send-code";
import { SubmitButton } from "@/components/form/submit-button";
import { useActionForm } from "@/components/form/use-action-form";
import type { ShownCode } from "@/components/scan/use-scan-code";
import { useAreaProblemText } from "@/components/texts/use-area-problem-text";
import { Alert } from "@/components/ui/alert";
import { Link } from "@/components/ui/link";
import { Tabs } from "@/components/ui/tabs";
import type { Result } from "@/lib/domain/result";
import { LOGIN_MESSAGES } from "@/lib/messages/login";
import { type FaceApps, FaceByScan } from "./face-by-scan";

type VerifyPersonProps = {
  region: string;
  flow: string;
  view: {
    method: "SMS" | "EMAIL" | null;
    maskedTarget: string | null;
    resendSeconds: number;
    faceKnown: boolean;
    faceOffered: boolean;
  };
  apps: FaceApps;
  send: (input: unknown) => Promise<Result<{ resendSeconds: number }>>;
  submit: (input: unknown) => Promise<Result<{ to: string }>>;
  faceCode: (input: unknown) => Promise<Result<ShownCode>>;
  /** Where to begin anew when the flow is over. */
  restart: string;
};

const WORDS = {
  SMS: { tab: "短信验证", field: "短信验证码", target: "验证码将发送至您的手机号码" },
  EMAIL: { tab: "邮箱验证", field: "邮箱验证码", target: "验证码将发送至您的电子邮箱" },
} as const;

/** Proves the person before a forgotten password is set anew (F1): a code, or a face by scan. Without a phone: scanning only. */
export function VerifyPerson(props: VerifyPersonProps) {
  const t = useTexts();
  const problemText = useAreaProblemText(LOGIN_MESSAGES);
  const { region, flow, view, apps, faceCode, restart } = props;
  const { method, faceKnown, faceOffered } = view;
  return (
    <>
      {!method && (
        <Alert
          tone="warning"
          role="alert"
          title={problemText({ code: "PHONE_EMPTY" })}
          className="mb-6"
        >
          {!faceOffered && <p>{t("请先通过“找回手机号码”绑定手机号码，或到办税服务厅办理。")}</p>}
          {faceOffered && faceKnown && (
            <p>{t("请使用“扫码验证”设置新密码，之后可通过“找回手机号码”绑定新的手机号码。")}</p>
          )}
        </Alert>
      )}
      <Tabs
        label={t("验证方式")}
        items={[
          ...(method
            ? [{ value: method, label: t(WORDS[method].tab), panel: <ByCode {...props} /> }]
            : []),
          ...(faceOffered
            ? [
                {
                  value: "FACE",
                  label: t("扫码验证"),
                  panel: (
                    <FaceByScan
                      apps={apps}
                      enrolled={faceKnown}
                      create={(app) => faceCode({ region, flow, app })}
                    />
                  ),
                },
              ]
            : []),
        ]}
      />
      <Link className="link mt-4 inline-flex min-h-11 items-center text-sm" href={restart}>
        {t("重新开始")}
      </Link>
    </>
  );
}

function ByCode({ region, flow, view, send, submit, restart }: VerifyPersonProps) {
  const t = useTexts();
  const words = WORDS[view.method ?? "SMS"];
  const handle = useActionForm<Record<string, unknown>, { to: string }>({
    schema: () => import("@/lib/schemas/account").then((forms) => forms.accountCodeForm),
    defaultValues: { region, flow, code: "" },
    action: submit,
  });
  return (
    <ActionForm
      handle={handle}
      label={t(words.tab)}
      help={({ code }) =>
        ["STEPS_EXPIRED", "CODE_USED", "CODE_TRIES_USED_UP"].includes(code) && (
          <Link className="link" href={restart}>
            {t("重新开始")}
          </Link>
        )
      }
    >
      <p>
        {t(words.target)}
        <strong className="mx-1 whitespace-nowrap tabular-nums">{view.maskedTarget}</strong>
      </p>
      <SendCode send={() => send({ region, flow })} waitSeconds={view.resendSeconds} />
      <CodeField name="code" label={t(words.field)} />
      <SubmitButton className="w-full">{t("下一步")}</SubmitButton>
    </ActionForm>
  );
}
