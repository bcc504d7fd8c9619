"use client";

import { LegacyHelp } from "@/app/[region]/(public)/login/legacy/_components/legacy-help";
import { ActionForm } from "@/components/form/action-form";
import { CodeField } from "@/components/form/code-field";
import { RadioField } from "@/components/form/radio-field";
import { SendCode } from "@/components/form/send-code";
import { SubmitButton } from "@/components/form/submit-button";
import { useActionForm } from "@/components/form/use-action-form";
import { lateProblemText } from "@/components/texts/late-problem-text";
import type { Role } from "@/lib/domain/relation-rules";
import { roleLabel } from "@/lib/labels";
import { sendRecoveryCodeAction, submitRecoveryCodeAction } from "../actions";

type ReceiverFormProps = {
  region: string;
  flow: string;
  receivers: readonly { id: string; role: Role; maskedName: string; maskedPhone: string }[];
};

/** 短信验证码接收人, and the code sent to them. */
export function ReceiverForm({ region, flow, receivers }: ReceiverFormProps) {
  const handle = useActionForm<Record<string, unknown>, { to: string }>({
    schema: () => import("@/lib/schemas/legacy").then((forms) => forms.recoveryCodeForm),
    defaultValues: { region, flow, receiver: "", code: "" },
    action: submitRecoveryCodeAction,
  });

  async function send() {
    const receiver = String(handle.form.getValues("receiver") ?? "");
    if (receiver) return sendRecoveryCodeAction({ region, flow, receiver });
    const code = "RECEIVER_REQUIRED";
    handle.form.setError("receiver", {
      type: code,
      message: await lateProblemText(null, { code }),
    });
    return null;
  }

  return (
    <ActionForm
      handle={handle}
      label="短信验证"
      help={({ code }) => <LegacyHelp region={region} code={code} />}
    >
      <RadioField
        name="receiver"
        label="短信验证码接收人"
        cards
        options={receivers.map(({ id, role, maskedName, maskedPhone }) => ({
          value: id,
          label: roleLabel(role),
          description: `${maskedName} · ${maskedPhone}`,
        }))}
      />
      <SendCode send={send} />
      <CodeField name="code" label="短信验证码" />
      <SubmitButton className="w-full">下一步</SubmitButton>
    </ActionForm>
  );
}
