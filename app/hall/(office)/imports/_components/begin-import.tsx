"use client";

import { useRouter } from "next/navigation";
import { ActionForm } from "@/components/form/action-form";
import { SelectField } from "@/components/form/select-field";
import { SubmitButton } from "@/components/form/submit-button";
import { useActionForm } from "@/components/form/use-action-form";
import { IMPORT_KIND_CHOICES } from "@/lib/labels";
import { beginImportForm } from "@/lib/schemas/imports";
import { ReasonField } from "../../../_components/reason-field";
import { beginImportAction } from "../actions";

/** 「新建导入」: what the file holds and why; the file itself is chosen on the next page. */
export function BeginImport() {
  const router = useRouter();
  const handle = useActionForm<Record<string, unknown>, { to: string }>({
    schema: beginImportForm,
    defaultValues: { kind: "", reason: "" },
    action: beginImportAction,
    onSuccess: ({ to }) => router.push(to),
  });
  return (
    <ActionForm handle={handle} label="新建导入" className="max-w-110">
      <SelectField name="kind" label="数据种类" options={IMPORT_KIND_CHOICES} />
      <ReasonField />
      <SubmitButton>提交</SubmitButton>
    </ActionForm>
  );
}
