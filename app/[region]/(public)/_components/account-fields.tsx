"use client";

import { useTexts } from "#use-texts";
import { useActionFormContext } from "@/components/form/action-form-context";
import { SelectField } from "@/components/form/select-field";
import { TextField } from "@/components/form/text-field";
import { DOCUMENT_TYPE_CHOICES } from "@/lib/labels";

/** The account box; type and country of the document are asked for once its number alone means several people. */
export function AccountFields({ label, hint }: { label: string; hint?: string }) {
  const t = useTexts();
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
          <SelectField name="documentType" label={t("证件类型")} options={DOCUMENT_TYPE_CHOICES} />
          <TextField
            name="country"
            label={t("国籍（地区）")}
            hint={t("两位字母代码，如 CN、US、JP")}
          />
        </>
      )}
    </>
  );
}
