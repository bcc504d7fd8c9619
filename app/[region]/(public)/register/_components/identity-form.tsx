"use client";

import { useTexts } from "#use-texts";
import { ActionForm } from "@/components/form/action-form";
import { HumanCheck } from "@/components/form/human-check";
import { SelectField } from "@/components/form/select-field";
import { SubmitButton } from "@/components/form/submit-button";
import { TextField } from "@/components/form/text-field";
import { useActionForm } from "@/components/form/use-action-form";
import { DOCUMENT_TYPES, type DocumentType, isForeignType } from "@/lib/domain/documents";
import { collectedFirst } from "@/lib/domain/registration-rules";
import { documentTypeLabel } from "@/lib/labels";
import { beginRegistrationAction } from "../actions";
import { RegisterHelp } from "./register-help";

type IdentityFormProps = {
  region: string;
  overseas: boolean;
  enterpriseUser?: boolean;
  /** 证件类型 that may be chosen. */
  types: readonly DocumentType[];
};

/** 身份信息校验: the document and the name in it. */
export function IdentityForm({
  region,
  overseas,
  enterpriseUser = false,
  types,
}: IdentityFormProps) {
  const t = useTexts();
  const handle = useActionForm<Record<string, unknown>, { to: string }>({
    schema: () => import("@/lib/schemas/register").then((forms) => forms.registerIdentityForm),
    defaultValues: {
      region,
      overseas,
      enterpriseUser,
      documentType: overseas ? "" : "RESIDENT_ID",
      country: "",
      documentNumber: "",
      name: "",
    },
    action: beginRegistrationAction,
    humanCheck: true,
  });
  const chosen = DOCUMENT_TYPES.find((type) => type === handle.form.watch("documentType"));
  return (
    <ActionForm
      handle={handle}
      label={t("身份信息校验")}
      help={({ code }) => <RegisterHelp region={region} code={code} />}
    >
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
      <HumanCheck />
      <SubmitButton className="w-full">{t("下一步")}</SubmitButton>
    </ActionForm>
  );
}
