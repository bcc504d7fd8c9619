"use client";

import { useTexts } from "#use-texts";
import { ActionForm } from "@/components/form/action-form";
import { SelectField } from "@/components/form/select-field";
import { SubmitButton } from "@/components/form/submit-button";
import { useActionForm } from "@/components/form/use-action-form";
import { completeRegistrationAction } from "../actions";
import { RegisterHelp } from "./register-help";

type CompleteFormProps = {
  region: string;
  flow: string;
  /** 所属税务机关 to choose from; null: not asked. */
  taxAuthorities: readonly string[] | null;
  submitLabel: string;
};

/** 「完成注册」, or 「登记」 with 所属税务机关. */
export function CompleteForm({ region, flow, taxAuthorities, submitLabel }: CompleteFormProps) {
  const t = useTexts();
  const handle = useActionForm<Record<string, unknown>, { to: string }>({
    schema: () => import("@/lib/schemas/register").then((forms) => forms.registerCompleteForm),
    defaultValues: { region, flow, taxAuthority: "" },
    action: completeRegistrationAction,
  });
  return (
    <ActionForm
      handle={handle}
      label={t("确认注册信息")}
      className="mt-6"
      help={({ code }) => <RegisterHelp region={region} code={code} flow={flow} />}
    >
      {taxAuthorities && (
        <SelectField
          name="taxAuthority"
          label={t("所属税务机关")}
          options={taxAuthorities.map((name) => ({ value: name, label: t.named(name) }))}
        />
      )}
      <SubmitButton className="w-full">{submitLabel}</SubmitButton>
    </ActionForm>
  );
}
