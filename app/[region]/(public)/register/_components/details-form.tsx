"use client";

import { useTexts } from "#use-texts";
import { ActionForm } from "@/components/form/action-form";
import { CodeField } from "@/components/form/code-field";
import { SendCode } from "@/components/form/send-code";
import { SubmitButton } from "@/components/form/submit-button";
import { TextField } from "@/components/form/text-field";
import { useActionForm } from "@/components/form/use-action-form";
import { lateProblemText } from "@/components/texts/late-problem-text";
import {
  sendRegisterEmailAction,
  sendRegisterSmsAction,
  submitEmailDetailsAction,
  submitPhoneDetailsAction,
} from "../actions";
import { AccessFields } from "./access-fields";
import { RegisterHelp } from "./register-help";

const schemas = () => import("@/lib/schemas/register");

const CONTACTS = {
  SMS: {
    label: "手机号码",
    codeLabel: "短信验证码",
    type: "tel",
    autoComplete: "tel-national",
    submit: submitPhoneDetailsAction,
    send: sendRegisterSmsAction,
  },
  EMAIL: {
    label: "电子邮箱",
    codeLabel: "邮箱验证码",
    type: "email",
    autoComplete: "email",
    submit: submitEmailDetailsAction,
    send: sendRegisterEmailAction,
  },
} as const;

type DetailsFormProps = {
  region: string;
  flow: string;
  /** A phone, or for 境外自然人 a mailbox. */
  method: "SMS" | "EMAIL";
  /** Under the phone: which one it has to be. */
  hint?: string;
};

/** 基本信息填写: phone or mailbox with its code, password, user name. */
export function DetailsForm({ region, flow, method, hint }: DetailsFormProps) {
  const t = useTexts();
  const contact = CONTACTS[method];
  const label = t(contact.label);
  const handle = useActionForm<Record<string, unknown>, { to: string }>({
    schema: () => schemas().then((forms) => forms.registerDetailsForms[method]),
    defaultValues: {
      region,
      flow,
      contact: "",
      code: "",
      newPassword: "",
      confirmPassword: "",
      username: "",
      agreement: false,
    },
    action: contact.submit,
  });

  async function send() {
    const { form } = handle;
    const typed = { region, flow, contact: form.getValues("contact") };
    const { registerCodeForms } = await schemas();
    const checked = registerCodeForms[method].safeParse(typed);
    if (checked.success) {
      form.clearErrors("contact");
      return contact.send(typed);
    }
    const message = String(form.getValues("contact")).trim()
      ? t("{label}格式有误，请检查", { label })
      : await lateProblemText(t.dictionary, { code: "REQUIRED", params: { label } });
    form.setError("contact", { type: "send", message }, { shouldFocus: true });
    return null;
  }

  return (
    <ActionForm
      handle={handle}
      label={t("基本信息填写")}
      help={({ code }) => <RegisterHelp region={region} code={code} />}
    >
      <TextField
        name="contact"
        label={label}
        type={contact.type}
        autoComplete={contact.autoComplete}
        hint={hint}
      />
      <SendCode send={send} />
      <CodeField name="code" label={t(contact.codeLabel)} />
      <AccessFields region={region} />
      <SubmitButton className="w-full">{t("下一步")}</SubmitButton>
    </ActionForm>
  );
}
