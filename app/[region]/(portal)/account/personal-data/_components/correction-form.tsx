"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { useTexts } from "#use-texts";
import { ActionForm } from "@/components/form/action-form";
import { SelectField } from "@/components/form/select-field";
import { SubmitButton } from "@/components/form/submit-button";
import { TextField } from "@/components/form/text-field";
import { useActionForm } from "@/components/form/use-action-form";
import { Alert } from "@/components/ui/alert";
import { CORRECTION_KINDS } from "@/lib/domain/correction-rules";
import { correctionKindLabel } from "@/lib/labels";
import { requestCorrectionAction } from "../actions";

/** 更正申请 of one's own data (个人信息保护法 46): goes to the hall, which decides. */
export function CorrectionForm() {
  const t = useTexts();
  const router = useRouter();
  const [sent, setSent] = useState(false);
  const handle = useActionForm<Record<string, unknown>, undefined>({
    schema: async () => (await import("@/lib/schemas/corrections")).correctionForm,
    defaultValues: { kind: "", value: "", note: "" },
    action: requestCorrectionAction,
    onSuccess: () => {
      handle.form.reset();
      setSent(true);
      router.refresh();
    },
  });
  return (
    <>
      {sent && (
        <Alert
          tone="success"
          role="status"
          title={t("更正申请已提交，办理结果会发送到消息中心")}
          className="mb-4"
        />
      )}
      <ActionForm handle={handle} label={t("更正申请")} className="max-w-[27.5rem]">
        <SelectField
          name="kind"
          label={t("更正内容")}
          options={CORRECTION_KINDS.map((value) => ({
            value,
            label: t(correctionKindLabel(value)),
          }))}
        />
        <TextField
          name="value"
          label={t("更正为")}
          autoComplete="off"
          hint={t("姓名、证件号码按证件原件填写；其他信息请写明是哪一项")}
        />
        <TextField name="note" label={t("情况说明")} autoComplete="off" />
        <SubmitButton className="justify-self-start">{t("提交申请")}</SubmitButton>
      </ActionForm>
    </>
  );
}
