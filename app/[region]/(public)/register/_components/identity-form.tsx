"use client";

import { useTexts } from "#use-texts";
import { ActionForm } from "@/components/form/action-form";
import { HumanCheck } from "@/components/form/human-check";
import { SubmitButton } from "@/components/form/submit-button";
import { useActionForm } from "@/components/form/use-action-form";
import type { DocumentType } from "@/lib/domain/documents";
import { beginRegistrationAction } from "../actions";
import { IdentityFields } from "./identity-fields";
import { RegisterHelp } from "./register-help";

type IdentityFormProps = {
  region: string;
  overseas: boolean;
  /** 证件类型 that may be chosen. */
  types: readonly DocumentType[];
};

/** 身份信息校验: the document and the name in it. */
export function IdentityForm({ region, overseas, types }: IdentityFormProps) {
  const t = useTexts();
  const handle = useActionForm<Record<string, unknown>, { to: string }>({
    schema: () => import("@/lib/schemas/register").then((forms) => forms.registerIdentityForm),
    defaultValues: {
      region,
      overseas,
      documentType: overseas ? "" : "RESIDENT_ID",
      country: "",
      documentNumber: "",
      name: "",
    },
    action: beginRegistrationAction,
    humanCheck: true,
  });
  return (
    <ActionForm
      handle={handle}
      label={t("身份信息校验")}
      help={({ code }) => <RegisterHelp region={region} code={code} />}
    >
      <IdentityFields overseas={overseas} types={types} />
      <HumanCheck />
      <SubmitButton className="w-full">{t("下一步")}</SubmitButton>
    </ActionForm>
  );
}
