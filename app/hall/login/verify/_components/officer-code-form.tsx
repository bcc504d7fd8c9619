"use client";

import { ActionForm } from "@/components/form/action-form";
import { CodeField } from "@/components/form/code-field";
import { SendCode } from "@/components/form/send-code";
import { SubmitButton } from "@/components/form/submit-button";
import { useActionForm } from "@/components/form/use-action-form";
import { Link } from "@/components/ui/link";
import { sendOfficerCodeAction, submitOfficerCodeAction } from "../../../actions";

type OfficerCodeFormProps = { flow: string; maskedPhone: string; resendSeconds: number };

/** 短信验证码 to the officer's own phone. */
export function OfficerCodeForm({ flow, maskedPhone, resendSeconds }: OfficerCodeFormProps) {
  const handle = useActionForm<Record<string, unknown>, { to: string }>({
    schema: () => import("@/lib/schemas/hall").then((forms) => forms.hallVerifyForm),
    defaultValues: { flow, code: "" },
    action: submitOfficerCodeAction,
  });
  return (
    <ActionForm
      handle={handle}
      label="短信验证"
      help={({ code }) =>
        ["FLOW_EXPIRED", "CODE_USED", "CODE_TRIES_USED_UP"].includes(code) && (
          <Link className="link" href="/hall/login">
            返回登录
          </Link>
        )
      }
    >
      <p>
        验证码将发送至您的手机号码
        <strong className="mx-1 whitespace-nowrap tabular-nums">{maskedPhone}</strong>
      </p>
      <SendCode send={() => sendOfficerCodeAction({ flow })} waitSeconds={resendSeconds} />
      <CodeField name="code" label="短信验证码" />
      <SubmitButton className="w-full">登录</SubmitButton>
    </ActionForm>
  );
}
