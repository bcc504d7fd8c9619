"use client";

import { useTexts } from "#use-texts";
import { ActionForm } from "@/components/form/action-form";
import { CodeField } from "@/components/form/code-field";
import { SendCode } from "@/components/form/send-code";
import { SubmitButton } from "@/components/form/submit-button";
import { useActionForm } from "@/components/form/use-action-form";
import { Link } from "@/components/ui/link";
import type { SourceText } from "@/lib/english/dictionary";
import { sendLoginCodeAction, submitSecondFactorAction } from "../../actions";

type VerifyFormProps = {
  region: string;
  flow: string;
  method: "SMS" | "EMAIL";
  maskedTarget: string;
  /** Seconds until another code may be asked for; 0 now. */
  resendSeconds: number;
};

const WORDS = {
  SMS: { tab: "短信验证", field: "短信验证码", target: "验证码将发送至您的手机号码" },
  EMAIL: { tab: "邮箱验证", field: "邮箱验证码", target: "验证码将发送至您的电子邮箱" },
} as const;

/** What the tab of a code is called. */
export function codeTabLabel(method: "SMS" | "EMAIL"): SourceText {
  return WORDS[method].tab;
}

/** The code sent to the person's phone or mailbox (L3, L4). */
export function CodeForm({ region, flow, method, maskedTarget, resendSeconds }: VerifyFormProps) {
  const t = useTexts();
  const words = WORDS[method];
  const handle = useActionForm<Record<string, unknown>, { to: string }>({
    schema: () => import("@/lib/schemas/login").then((forms) => forms.secondFactorForm),
    defaultValues: { region, flow, code: "" },
    action: submitSecondFactorAction,
  });
  return (
    <ActionForm
      handle={handle}
      label={t(words.tab)}
      help={({ code }) => <RestartHelp region={region} code={code} />}
    >
      <div>
        <p>
          {t(words.target)}
          <strong className="mx-1 whitespace-nowrap tabular-nums">{maskedTarget}</strong>
        </p>
        {method === "SMS" && (
          <p className="mt-1 text-muted text-sm">
            {t("不是您本人的号码，或已无法接收短信？")}
            <Link className="link" href={`/${region}/find-phone`}>
              {t("找回手机号码")}
            </Link>
          </p>
        )}
      </div>
      <SendCode send={() => sendLoginCodeAction({ region, flow })} waitSeconds={resendSeconds} />
      <CodeField name="code" label={t(words.field)} />
      <SubmitButton className="w-full">{t("登录")}</SubmitButton>
      <details className="text-sm">
        <summary className="link inline-flex min-h-11 cursor-pointer items-center">
          {t("没有收到？")}
        </summary>
        <ul className="mt-1 grid list-disc gap-1 pl-5 text-muted">
          <li>{t("请确认上面的号码是您正在使用的，信号正常、短信未被拦截。")}</li>
          <li>{t("验证码5分钟内有效；60秒后可以重新获取，10分钟内最多5次。")}</li>
          <li>{t("仍未收到，请拨打12366咨询。")}</li>
        </ul>
      </details>
    </ActionForm>
  );
}

/** A login that cannot go on begins anew; a lock has the ways out its sentence names (B2). */
export function RestartHelp({ region, code }: { region: string; code: string }) {
  const t = useTexts();
  if (!["FLOW_EXPIRED", "CODE_USED", "CODE_TRIES_USED_UP", "ACCOUNT_LOCKED"].includes(code)) {
    return null;
  }
  return (
    <>
      {code === "ACCOUNT_LOCKED" && (
        <Link className="link mr-4" href={`/${region}/forgot-password`}>
          {t("忘记密码")}
        </Link>
      )}
      <Link className="link" href={`/${region}/login`}>
        {t("返回登录")}
      </Link>
    </>
  );
}
