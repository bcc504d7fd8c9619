"use client";

import { useActionFormContext } from "@/components/form/action-form-context";
import { SelectField } from "@/components/form/select-field";
import { TextField } from "@/components/form/text-field";
import { DOCUMENT_TYPE_CHOICES } from "@/lib/labels";

/** The account box; type and country of the document are asked for once its number alone means several people. */
export function AccountFields({ label, hint }: { label: string; hint?: string }) {
  const { form, problems } = useActionFormContext();
  // Once asked for, type and country stay in sight while something else is mended.
  const ambiguous =
    problems.some(({ problem }) => problem.code === "DOCUMENT_AMBIGUOUS") ||
    Boolean(form.watch("documentType"));
  return (
    <>
      <TextField name="account" label={label} autoComplete="username" hint={hint} />
      {ambiguous && (
        <>
          <SelectField name="documentType" label="证件类型" options={DOCUMENT_TYPE_CHOICES} />
          <TextField name="country" label="国籍（地区）" hint="两位字母代码，如 CN、US、JP" />
        </>
      )}
    </>
  );
}
