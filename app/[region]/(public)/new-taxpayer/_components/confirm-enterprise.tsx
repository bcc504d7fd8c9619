"use client";

import { ActionForm } from "@/components/form/action-form";
import { SubmitButton } from "@/components/form/submit-button";
import { useActionForm } from "@/components/form/use-action-form";
import { confirmNewTaxpayerAction } from "../actions";

type ConfirmEnterpriseProps = {
  filing: string;
  identityVersion: number;
  enterprise: string;
  name: string;
};

/** 「确认」 of one enterprise's registry information. */
export function ConfirmEnterprise({ name, ...defaultValues }: ConfirmEnterpriseProps) {
  const handle = useActionForm<Record<string, unknown>, { to: string }>({
    schema: () =>
      import("@/lib/schemas/filings/new-taxpayer").then((forms) => forms.newTaxpayerForm),
    defaultValues,
    action: confirmNewTaxpayerAction,
  });
  return (
    <ActionForm handle={handle} label={`确认${name}的登记信息`}>
      <SubmitButton className="min-w-32 justify-self-start">确认</SubmitButton>
    </ActionForm>
  );
}
