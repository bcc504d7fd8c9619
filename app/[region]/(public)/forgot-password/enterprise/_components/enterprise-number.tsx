"use client";

import { LegacyHelp } from "@/app/[region]/(public)/login/legacy/_components/legacy-help";
import { ActionForm } from "@/components/form/action-form";
import { HumanCheck } from "@/components/form/human-check";
import { SubmitButton } from "@/components/form/submit-button";
import { TextField } from "@/components/form/text-field";
import { useActionForm } from "@/components/form/use-action-form";
import { beginEnterpriseRecoveryAction } from "../actions";

/** Whose 企业密码 was forgotten. */
export function EnterpriseNumber({ region }: { region: string }) {
  const handle = useActionForm<Record<string, unknown>, { to: string }>({
    schema: () => import("@/lib/schemas/legacy").then((forms) => forms.recoverEnterpriseForm),
    defaultValues: { region, taxpayerId: "" },
    action: beginEnterpriseRecoveryAction,
    humanCheck: true,
  });
  return (
    <ActionForm
      handle={handle}
      label="填写纳税人识别号"
      help={({ code }) => <LegacyHelp region={region} code={code} />}
    >
      <TextField
        name="taxpayerId"
        label="纳税人识别号"
        autoComplete="organization"
        autoCapitalize="characters"
      />
      <HumanCheck />
      <SubmitButton className="w-full">下一步</SubmitButton>
    </ActionForm>
  );
}
