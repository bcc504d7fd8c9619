"use client";

import { ActionForm } from "@/components/form/action-form";
import { SubmitButton } from "@/components/form/submit-button";
import { useActionForm } from "@/components/form/use-action-form";
import { registerCompleteForm } from "@/lib/schemas/register";
import { completeRegistrationAction } from "../actions";
import { RegisterHelp } from "./register-help";

/** 「完成注册」. */
export function CompleteForm({ region, flow }: { region: string; flow: string }) {
  const handle = useActionForm<Record<string, unknown>, { to: string }>({
    schema: registerCompleteForm,
    defaultValues: { region, flow },
    action: completeRegistrationAction,
  });
  return (
    <ActionForm
      handle={handle}
      label="确认注册信息"
      className="mt-6"
      help={({ code }) => <RegisterHelp region={region} code={code} flow={flow} />}
    >
      <SubmitButton className="w-full">完成注册</SubmitButton>
    </ActionForm>
  );
}
