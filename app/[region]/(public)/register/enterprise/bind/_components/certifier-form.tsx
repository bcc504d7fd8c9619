"use client";

import { ActionForm } from "@/components/form/action-form";
import { RadioField } from "@/components/form/radio-field";
import { SubmitButton } from "@/components/form/submit-button";
import { useActionForm } from "@/components/form/use-action-form";
import { roleLabel } from "@/lib/labels";
import type { Certifier } from "@/lib/server/binding/certify";
import { RegisterHelp } from "../../../_components/register-help";
import { chooseCertifierAction } from "../../actions";

type CertifierFormProps = { region: string; flow: string; certifiers: readonly Certifier[] };

/** 企业认证人员: 法定代表人 or 财务负责人 of the enterprise. */
export function CertifierForm({ region, flow, certifiers }: CertifierFormProps) {
  const handle = useActionForm<Record<string, unknown>, { to: string }>({
    schema: () => import("@/lib/schemas/register").then((forms) => forms.certifierForm),
    defaultValues: { region, flow, certifier: "" },
    action: chooseCertifierAction,
  });
  return (
    <ActionForm
      handle={handle}
      label="企业认证人员"
      help={({ code }) => <RegisterHelp region={region} code={code} />}
    >
      <RadioField
        name="certifier"
        label="企业认证人员"
        cards
        options={certifiers.map(({ id, role, maskedName }) => ({
          value: id,
          label: roleLabel(role),
          description: maskedName,
        }))}
      />
      <SubmitButton className="w-full">下一步</SubmitButton>
    </ActionForm>
  );
}
