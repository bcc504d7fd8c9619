"use client";

import { useTexts } from "#use-texts";
import { ActionForm } from "@/components/form/action-form";
import { SubmitButton } from "@/components/form/submit-button";
import { useActionForm } from "@/components/form/use-action-form";
import { changeAccessAction } from "../actions";
import { AccessFields } from "./access-fields";
import { RegisterHelp } from "./register-help";

type AccessFormProps = {
  region: string;
  flow: string;
  /** The verified phone or mailbox, masked. */
  contact: string;
  username: string;
};

/** 基本信息填写 once more: the phone or mailbox stays, password and user name are chosen anew. */
export function AccessForm({ region, flow, contact, username }: AccessFormProps) {
  const t = useTexts();
  const handle = useActionForm<Record<string, unknown>, { to: string }>({
    schema: () => import("@/lib/schemas/register").then((forms) => forms.registerAccessForm),
    defaultValues: {
      region,
      flow,
      newPassword: "",
      confirmPassword: "",
      username,
      agreement: false,
    },
    action: changeAccessAction,
  });
  return (
    <ActionForm
      handle={handle}
      label={t("基本信息填写")}
      help={({ code }) => <RegisterHelp region={region} code={code} />}
    >
      <p>
        <strong className="tabular-nums">{contact}</strong>{" "}
        {t("已验证。请重新设置密码，或修改用户名。")}
      </p>
      <AccessFields region={region} />
      <SubmitButton className="w-full">{t("下一步")}</SubmitButton>
    </ActionForm>
  );
}
