"use client";

import { useTexts } from "#use-texts";
import { ActionForm } from "@/components/form/action-form";
import { SubmitButton } from "@/components/form/submit-button";
import { useActionForm } from "@/components/form/use-action-form";
import { DOCUMENT_TYPES } from "@/lib/domain/documents";
import { submitPersonAction } from "../actions";
import { AccessFields } from "./access-fields";
import { IdentityFields } from "./identity-fields";
import { RegisterHelp } from "./register-help";

type PersonFormProps = {
  region: string;
  flow: string;
  /** The verified phone, masked. */
  maskedPhone: string;
};

/** 基本信息填写 once the phone is verified: who it is, password and user name (云南 2.4.1(3)). */
export function PersonForm({ region, flow, maskedPhone }: PersonFormProps) {
  const t = useTexts();
  const handle = useActionForm<Record<string, unknown>, { to: string }>({
    schema: () => import("@/lib/schemas/register").then((forms) => forms.registerPersonForm),
    defaultValues: {
      region,
      flow,
      documentType: "RESIDENT_ID",
      country: "",
      documentNumber: "",
      name: "",
      newPassword: "",
      confirmPassword: "",
      username: "",
      agreement: false,
    },
    action: submitPersonAction,
  });
  return (
    <ActionForm
      handle={handle}
      label={t("基本信息填写")}
      help={({ code }) => <RegisterHelp region={region} code={code} />}
    >
      <p>{t("手机号码{phone}已验证。", { phone: maskedPhone })}</p>
      <IdentityFields overseas={false} types={DOCUMENT_TYPES.filter((type) => type !== "OTHER")} />
      <AccessFields region={region} />
      <SubmitButton className="w-full">{t("下一步")}</SubmitButton>
    </ActionForm>
  );
}
