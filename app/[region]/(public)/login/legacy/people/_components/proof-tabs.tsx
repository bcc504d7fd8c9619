"use client";

import { ActionForm } from "@/components/form/action-form";
import { CodeField } from "@/components/form/code-field";
import { PasswordField } from "@/components/form/password-field";
import { SendCode } from "@/components/form/send-code";
import { SubmitButton } from "@/components/form/submit-button";
import { useActionForm } from "@/components/form/use-action-form";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Tabs } from "@/components/ui/tabs";
import type { Role } from "@/lib/domain/relation-rules";
import { messageOf } from "@/lib/messages";
import type { LegacyStyle } from "@/lib/regions/entry-styles";
import { handlerCodeForm, handlerPasswordForm } from "@/lib/schemas/legacy";
import { LegacyHelp } from "../../_components/legacy-help";
import { proveByCodeAction, proveByPasswordAction, sendHandlerCodeAction } from "../../actions";

/** A person as the page of the choice knows them. */
export type Person = {
  id: string;
  name: string;
  role: Role;
  primary: boolean;
  maskedPhone: string | null;
  problem: string | null;
  smsProblem: string | null;
};

type ProofProps = { region: string; flow: string; person: Person; onCancel: () => void };

/** 短信登录 and 密码登录 of the chosen person. */
export function ProofTabs({ style, ...proof }: ProofProps & { style: LegacyStyle }) {
  return (
    <section aria-label={`${proof.person.name}身份验证`} className="mt-6">
      <Tabs
        label="登录方式"
        items={[
          { value: "SMS", label: style.smsTab, panel: <CodeProof {...proof} /> },
          { value: "PASSWORD", label: style.passwordTab, panel: <PasswordProof {...proof} /> },
        ]}
      />
    </section>
  );
}

function CodeProof({ region, flow, person, onCancel }: ProofProps) {
  const handler = person.id;
  const handle = useActionForm<Record<string, unknown>, { to: string }>({
    schema: handlerCodeForm,
    defaultValues: { region, flow, handler, code: "" },
    action: proveByCodeAction,
  });
  if (person.smsProblem) {
    return (
      <>
        <Alert tone="warning" role="alert" title={messageOf({ code: person.smsProblem })}>
          <LegacyHelp region={region} code={person.smsProblem} />
        </Alert>
        <CancelButton onCancel={onCancel} className="mt-5" />
      </>
    );
  }
  return (
    <ActionForm
      handle={handle}
      label="短信登录"
      help={({ code }) => <LegacyHelp region={region} code={code} />}
    >
      <p>
        验证码将发送至
        <strong className="mx-1 whitespace-nowrap tabular-nums">{person.maskedPhone}</strong>
        （税务登记或实名信息中的手机号码）
      </p>
      <SendCode send={() => sendHandlerCodeAction({ region, flow, handler })} />
      <CodeField name="code" label="短信验证码" />
      <Buttons onCancel={onCancel} />
    </ActionForm>
  );
}

function PasswordProof({ region, flow, person, onCancel }: ProofProps) {
  const handle = useActionForm<Record<string, unknown>, { to: string }>({
    schema: handlerPasswordForm,
    defaultValues: { region, flow, handler: person.id, password: "" },
    action: proveByPasswordAction,
  });
  return (
    <ActionForm
      handle={handle}
      label="密码登录"
      help={({ code }) => <LegacyHelp region={region} code={code} />}
    >
      <PasswordField
        name="password"
        label="个人登录密码"
        hint="初次登录时设置的个人密码，不是企业密码；已绑定的，为自然人登录密码"
      />
      <Buttons onCancel={onCancel} />
    </ActionForm>
  );
}

function Buttons({ onCancel }: { onCancel: () => void }) {
  return (
    <div className="flex gap-3">
      <SubmitButton className="flex-1">确定</SubmitButton>
      <CancelButton onCancel={onCancel} className="flex-1" />
    </div>
  );
}

function CancelButton({ onCancel, className }: { onCancel: () => void; className: string }) {
  return (
    <Button variant="secondary" onClick={onCancel} className={className}>
      取消
    </Button>
  );
}
