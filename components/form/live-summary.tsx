"use client";

import { useWatch } from "react-hook-form";
import { useTexts } from "#use-texts";
import { useActionFormContext } from "@/components/form/action-form-context";
import { FormSection } from "@/components/form/form-section";
import { DescriptionList } from "@/components/ui/description-list";

type Values = Record<string, unknown>;

type LiveSummaryProps = {
  /** What will be filed, in words; empty texts are shown as missing. */
  lines: (values: Values) => { name: string; value: string }[];
};

/** What is about to be filed, as it stands: to be checked before the button below is pressed. */
export function LiveSummary({ lines }: LiveSummaryProps) {
  const t = useTexts();
  const { form } = useActionFormContext();
  const values: Values = useWatch({ control: form.control });
  return (
    <FormSection wide title={t("核对内容")} hint={t("提交前请逐项核对。")}>
      <DescriptionList
        items={lines(values).map(({ name, value }) => ({
          name,
          value: value || <span className="text-muted">{t("未填写")}</span>,
        }))}
      />
    </FormSection>
  );
}
