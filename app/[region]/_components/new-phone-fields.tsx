"use client";

import { useTexts } from "#use-texts";
import { useActionFormContext } from "@/components/form/action-form-context";
import { CodeField } from "@/components/form/code-field";
import { SendCode } from "@/components/form/send-code";
import { TextField } from "@/components/form/text-field";
import type { Result } from "@/lib/domain/result";

type NewPhoneFieldsProps = {
  label: string;
  /** Asks for a code to the phone that was typed. */
  send: (phone: unknown) => Promise<Result<{ resendSeconds: number }>>;
};

/** A phone to bind, 「获取验证码」, and the code that proves it is at hand. */
export function NewPhoneFields({ label, send }: NewPhoneFieldsProps) {
  const t = useTexts();
  const { form } = useActionFormContext();

  async function sendToTyped() {
    // Only the phone: the code cannot be there yet.
    if (!(await form.trigger("phone"))) {
      form.setFocus("phone");
      return null;
    }
    return send(form.getValues("phone"));
  }

  return (
    <>
      <TextField
        name="phone"
        label={label}
        type="tel"
        inputMode="tel"
        autoComplete="tel"
        hint={t("一个手机号码只能绑定一个人；号码如已被他人绑定，验证后将与他人解绑")}
      />
      <SendCode send={sendToTyped} />
      <CodeField name="code" label={t("短信验证码")} />
    </>
  );
}
