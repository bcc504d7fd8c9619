"use client";

import { ActionForm } from "@/components/form/action-form";
import { HumanCheck } from "@/components/form/human-check";
import { SubmitButton } from "@/components/form/submit-button";
import { TextField } from "@/components/form/text-field";
import { useActionForm } from "@/components/form/use-action-form";
import { RegisterHelp } from "../../../_components/register-help";
import { findBindingEnterpriseAction } from "../../actions";

/** The enterprise to bind, by its 统一社会信用代码. */
export function EnterpriseForm({ region, flow }: { region: string; flow: string }) {
  const handle = useActionForm<Record<string, unknown>, { to: string }>({
    schema: () => import("@/lib/schemas/register").then((forms) => forms.bindingEnterpriseForm),
    defaultValues: { region, flow, taxpayerId: "" },
    action: findBindingEnterpriseAction,
    humanCheck: true,
  });
  return (
    <ActionForm
      handle={handle}
      label="绑定企业"
      help={({ code }) => <RegisterHelp region={region} code={code} />}
    >
      <TextField
        name="taxpayerId"
        label="统一社会信用代码/纳税人识别号"
        autoComplete="organization"
        autoCapitalize="characters"
      />
      <HumanCheck />
      <SubmitButton className="w-full">下一步</SubmitButton>
    </ActionForm>
  );
}
