"use client";

import { ActionForm } from "@/components/form/action-form";
import type { ActionFormHandle } from "@/components/form/action-form-context";
import { CodeField } from "@/components/form/code-field";
import { HumanCheck } from "@/components/form/human-check";
import { PasswordField } from "@/components/form/password-field";
import { SelectField } from "@/components/form/select-field";
import { SendCode } from "@/components/form/send-code";
import { SubmitButton } from "@/components/form/submit-button";
import { TextField } from "@/components/form/text-field";
import { useActionForm } from "@/components/form/use-action-form";
import { lateProblemText } from "@/components/texts/late-problem-text";
import { ROLES } from "@/lib/domain/relation-rules";
import type { Problem, Result } from "@/lib/domain/result";
import { roleLabel } from "@/lib/labels";
import { problemsOf } from "@/lib/schemas/problems";
import { sendQuickCodeAction, submitQuickLoginAction } from "../actions";
import { Agreement } from "./agreement";
import { LegacyHelp } from "./legacy-help";

const schemas = () => import("@/lib/schemas/legacy");

type Values = Record<string, unknown>;

const ROLE_CHOICES = ROLES.filter((role) => role !== "TAX_AGENT").map((role) => ({
  value: role,
  label: roleLabel(role),
}));

/** 快捷登录 (OL2): everything on one form; the message goes to whoever has the chosen role and the phone typed. */
export function QuickForm({ region, label }: { region: string; label: string }) {
  const handle = useActionForm<Values, { to: string }>({
    schema: () => schemas().then((forms) => forms.quickLoginForm),
    defaultValues: {
      region,
      flow: "",
      taxpayerId: "",
      password: "",
      role: "",
      phone: "",
      code: "",
      agreement: false,
    },
    action: submitQuickLoginAction,
    humanCheck: true,
  });

  async function send(): Promise<Result<{ resendSeconds: number }> | null> {
    const { quickCodeForm } = await schemas();
    const checked = quickCodeForm.safeParse({ ...handle.form.getValues(), humanCheck: "later" });
    const problems = checked.success ? [] : problemsOf(checked.error.issues);
    if (!handle.humanCheck.ticked) {
      problems.push({ code: "HUMAN_CHECK_REQUIRED", field: "humanCheck" });
    }
    if (problems.length > 0) return showAtFields(handle, problems);
    const humanCheck = await handle.humanCheck.solution();
    const answer = await sendQuickCodeAction({ ...handle.form.getValues(), humanCheck });
    if (answer.ok) handle.form.setValue("flow", answer.value.flow);
    return answer;
  }

  return (
    <ActionForm
      handle={handle}
      label={label}
      help={({ code }) => <LegacyHelp region={region} code={code} />}
    >
      <TextField
        name="taxpayerId"
        label="纳税人识别号"
        autoComplete="organization"
        autoCapitalize="characters"
      />
      <PasswordField name="password" label="企业密码" />
      <SelectField name="role" label="身份" options={ROLE_CHOICES} />
      <TextField
        name="phone"
        label="手机号码"
        inputMode="tel"
        autoComplete="tel"
        hint="须为该人员实名采集信息中的手机号码"
      />
      <HumanCheck />
      <SendCode send={send} label="发送验证码" />
      <CodeField name="code" label="短信验证码" />
      <Agreement region={region} />
      <SubmitButton className="w-full">登录</SubmitButton>
    </ActionForm>
  );
}

async function showAtFields(
  { form, noteOf }: ActionFormHandle<Values>,
  problems: Problem[],
): Promise<null> {
  for (const { code, field = "root", params } of problems) {
    const note = noteOf(field);
    const own = code === "REQUIRED" && note?.kind === "choice" ? "CHOICE_REQUIRED" : code;
    const message = await lateProblemText(null, {
      code: own,
      params: { ...(note && { label: note.label }), ...params },
    });
    form.setError(field, { type: code, message });
  }
  return null;
}
