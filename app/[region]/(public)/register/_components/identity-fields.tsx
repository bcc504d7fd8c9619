"use client";

import { useTexts } from "#use-texts";
import { useActionFormContext } from "@/components/form/action-form-context";
import { SelectField } from "@/components/form/select-field";
import { TextField } from "@/components/form/text-field";
import { DOCUMENT_TYPES, type DocumentType, isForeignType } from "@/lib/domain/documents";
import { collectedFirst } from "@/lib/domain/registration-rules";
import { documentTypeLabel } from "@/lib/labels";

type IdentityFieldsProps = {
  overseas: boolean;
  /** 证件类型 that may be chosen. */
  types: readonly DocumentType[];
};

/** The document and the name in it. */
export function IdentityFields({ overseas, types }: IdentityFieldsProps) {
  const t = useTexts();
  const { form } = useActionFormContext();
  const chosen = DOCUMENT_TYPES.find((type) => type === form.watch("documentType"));
  return (
    <>
      <SelectField
        name="documentType"
        label={t("证件类型")}
        options={types.map((value) => ({ value, label: t.named(documentTypeLabel(value)) }))}
        hint={
          !overseas && chosen && collectedFirst(chosen)
            ? t("使用该证件，须先到办税服务场所采集实名信息，再在这里注册")
            : undefined
        }
      />
      {chosen && isForeignType(chosen) && (
        <TextField
          name="country"
          label={t("国籍（地区）")}
          hint={t("填写中文名称或两位字母代码，如 美国 或 US")}
          autoComplete="country-name"
        />
      )}
      <TextField name="documentNumber" label={t("证件号码")} autoCapitalize="characters" />
      <TextField name="name" label={t("姓名")} autoComplete="name" hint={t("与证件上的姓名一致")} />
    </>
  );
}
