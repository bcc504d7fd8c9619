"use client";

import type { ReactNode } from "react";
import { ActionForm } from "@/components/form/action-form";
import { HumanCheck } from "@/components/form/human-check";
import { SubmitButton } from "@/components/form/submit-button";
import { TextField } from "@/components/form/text-field";
import { useActionForm } from "@/components/form/use-action-form";

type Handled = Parameters<typeof useActionForm<Record<string, unknown>, { to: string }>>[0];

type TaxpayerNumberFormProps = Pick<Handled, "schema" | "action"> & {
  /** Accessible name of the form. */
  label: string;
  /** What the number is called here. */
  field: string;
  /** Sent with the number, e.g. the bureau. */
  values: Record<string, string>;
  help: (code: string) => ReactNode;
};

/** Which enterprise it is about, by its 统一社会信用代码 or 纳税人识别号, after 人机验证. */
export function TaxpayerNumberForm(props: TaxpayerNumberFormProps) {
  const { label, field, values, help, schema, action } = props;
  const handle = useActionForm<Record<string, unknown>, { to: string }>({
    schema,
    defaultValues: { ...values, taxpayerId: "" },
    action,
    humanCheck: true,
  });
  return (
    <ActionForm handle={handle} label={label} help={({ code }) => help(code)}>
      <TextField
        name="taxpayerId"
        label={field}
        autoComplete="organization"
        autoCapitalize="characters"
      />
      <HumanCheck />
      <SubmitButton className="w-full">下一步</SubmitButton>
    </ActionForm>
  );
}
