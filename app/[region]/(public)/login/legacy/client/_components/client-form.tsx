"use client";

import { ActionForm } from "@/components/form/action-form";
import { PasswordField } from "@/components/form/password-field";
import { RadioField } from "@/components/form/radio-field";
import { SubmitButton } from "@/components/form/submit-button";
import { useActionForm } from "@/components/form/use-action-form";
import { formatDay } from "@/lib/domain/china-time";
import { groupCreditCode } from "@/lib/domain/credit-code";
import { LegacyHelp } from "../../_components/legacy-help";
import { chooseLegacyClientAction } from "../../actions";

type ClientFormProps = {
  region: string;
  flow: string;
  clients: readonly { identity: string; name: string; creditCode: string; validTo: string }[];
};

/** The clients as radios, and 协议密码. */
export function ClientForm({ region, flow, clients }: ClientFormProps) {
  const handle = useActionForm<Record<string, unknown>, { to: string }>({
    schema: () => import("@/lib/schemas/legacy").then((forms) => forms.legacyClientForm),
    defaultValues: { region, flow, client: "", password: "" },
    action: chooseLegacyClientAction,
  });
  return (
    <ActionForm
      handle={handle}
      label="选择代办企业"
      help={({ code }) => <LegacyHelp region={region} code={code} />}
    >
      <RadioField
        name="client"
        label="请选择要代办的企业"
        cards
        options={clients.map(({ identity, name, creditCode, validTo }) => ({
          value: identity,
          label: name,
          description: `${groupCreditCode(creditCode)} · 协议至${formatDay(validTo)}`,
        }))}
      />
      <PasswordField name="password" label="协议密码" hint="委托企业与您所在机构约定的密码" />
      <SubmitButton className="w-full">确定</SubmitButton>
    </ActionForm>
  );
}
