"use client";

import { useRouter } from "next/navigation";
import { ActionForm } from "@/components/form/action-form";
import { SelectField } from "@/components/form/select-field";
import { SubmitButton } from "@/components/form/submit-button";
import { TextField } from "@/components/form/text-field";
import { useActionForm } from "@/components/form/use-action-form";
import { HANDLER_ROLE_CHOICES } from "@/lib/labels";
import { applyForm } from "@/lib/schemas/relations";
import { useReport } from "../../_components/action-report";
import { PeriodFields } from "../../_components/period-fields";
import { applyAction } from "../actions";

/** 申请企业授权: the person asks an enterprise; one of its managers agrees (山东 8). */
export function ApplyForm({ today }: { today: string }) {
  const router = useRouter();
  const report = useReport();
  const handle = useActionForm({
    schema: applyForm,
    defaultValues: { taxpayerId: "", role: "", validFrom: today, validTo: "" },
    action: applyAction,
    onSuccess: () => {
      handle.form.reset();
      report("申请已提交，企业的法定代表人或财务负责人同意后生效。可在“待确认授权”中查看或撤回");
      router.refresh();
    },
  });
  return (
    <ActionForm handle={handle} label="申请企业授权" className="max-w-110">
      <p className="text-muted">提交后仍可以撤回，但申请记录会保留，请核对后再提交。</p>
      <TextField
        name="taxpayerId"
        label="统一社会信用代码/纳税人识别号"
        autoCapitalize="characters"
      />
      <SelectField name="role" label="申请身份" options={HANDLER_ROLE_CHOICES} />
      <PeriodFields />
      <SubmitButton className="justify-self-start">提交申请</SubmitButton>
    </ActionForm>
  );
}
