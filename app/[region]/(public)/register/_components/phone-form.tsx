"use client";

import { useTexts } from "#use-texts";
import { ActionForm } from "@/components/form/action-form";
import { HumanCheck } from "@/components/form/human-check";
import { SubmitButton } from "@/components/form/submit-button";
import { TextField } from "@/components/form/text-field";
import { useActionForm } from "@/components/form/use-action-form";
import { beginWithPhoneAction } from "../actions";
import { RegisterHelp } from "./register-help";

type PhoneFormProps = { region: string; enterpriseUser: boolean; hint: string };

/** 手机验证: the phone a registration begins with (云南 2.4.1(3), 2.4.2(3)). */
export function PhoneForm({ region, enterpriseUser, hint }: PhoneFormProps) {
  const t = useTexts();
  const handle = useActionForm<Record<string, unknown>, { to: string }>({
    schema: () => import("@/lib/schemas/register").then((forms) => forms.registerPhoneForm),
    defaultValues: { region, enterpriseUser, contact: "" },
    action: beginWithPhoneAction,
    humanCheck: true,
  });
  return (
    <ActionForm
      handle={handle}
      label={t("手机验证")}
      help={({ code }) => <RegisterHelp region={region} code={code} />}
    >
      <TextField
        name="contact"
        label={t("手机号码")}
        type="tel"
        autoComplete="tel-national"
        hint={hint}
      />
      <HumanCheck />
      <SubmitButton className="w-full">{t("下一步")}</SubmitButton>
    </ActionForm>
  );
}
