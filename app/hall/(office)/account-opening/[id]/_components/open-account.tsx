"use client";

import { ActionForm } from "@/components/form/action-form";
import { CodeField } from "@/components/form/code-field";
import { SendCode } from "@/components/form/send-code";
import { SubmitButton } from "@/components/form/submit-button";
import { TextField } from "@/components/form/text-field";
import { useActionForm } from "@/components/form/use-action-form";
import { Alert } from "@/components/ui/alert";
import { openingCodeForm, openingForm } from "@/lib/schemas/hall";
import { problemsOf } from "@/lib/schemas/problems";
import { ReasonField } from "../../../../_components/reason-field";
import { openAccountAction, sendOpeningCodeAction } from "../../../counter-actions";

type OpenAccountProps = { person: string; initialPassword: boolean };

/** 开户: the person proves the phone by a text message and types the code at the counter. */
export function OpenAccount({ person, initialPassword }: OpenAccountProps) {
  const handle = useActionForm<Record<string, unknown>, { to: string }>({
    schema: openingForm,
    defaultValues: { person, flow: "", phone: "", code: "", reason: "" },
    action: openAccountAction,
  });
  const { form } = handle;

  async function send() {
    const input = { person, phone: form.getValues("phone") };
    const checked = openingCodeForm.safeParse(input);
    const sent = checked.success
      ? await sendOpeningCodeAction(input)
      : { ok: false as const, problems: problemsOf(checked.error.issues) };
    if (sent.ok) form.setValue("flow", sent.value.flow);
    return sent;
  }

  return (
    <ActionForm handle={handle} label="开户" className="max-w-110">
      <Alert
        title={
          initialPassword
            ? "初始密码为证件号码后六位，首次登录须修改"
            : "本人通过“忘记密码”以短信验证设置密码"
        }
      >
        <p>密码只由本人知道，税务人员不设置、不查看。</p>
      </Alert>
      <TextField name="phone" label="手机号码" type="tel" inputMode="tel" />
      <SendCode send={send} />
      <CodeField name="code" label="短信验证码" hint="请本人在窗口填写收到的验证码" />
      <ReasonField />
      <SubmitButton>提交</SubmitButton>
    </ActionForm>
  );
}
