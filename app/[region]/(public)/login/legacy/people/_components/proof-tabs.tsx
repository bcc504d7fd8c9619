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
  passwordProblem: string | null;
};

type ProofProps = { region: string; flow: string; person: Person; onCancel: () => void };

/** By text message or by password, in the order of the style; who has no password begins with the message. */
export function ProofTabs({ style, ...proof }: ProofProps & { style: LegacyStyle }) {
  const first = proof.person.passwordProblem ? "SMS" : style.proofs[0]?.proof;
  return (
    <section aria-label={`${proof.person.name}身份验证`} className="mt-6">
      <Tabs
        label="登录方式"
        defaultValue={first}
        items={style.proofs.map(({ proof: value, label }) => ({
          value,
          label,
          panel:
            value === "SMS" ? (
              <CodeProof {...proof} label={label} />
            ) : (
              <PasswordProof {...proof} label={label} style={style} />
            ),
        }))}
      />
    </section>
  );
}

type PanelProps = ProofProps & { label: string };

/** Why this way does not prove the person, and what to do. */
function NotThisWay({ region, code, onCancel }: { code: string } & Omit<ProofProps, "person">) {
  return (
    <>
      <Alert tone="warning" role="alert" title={messageOf({ code })}>
        <LegacyHelp region={region} code={code} />
      </Alert>
      <CancelButton onCancel={onCancel} className="mt-5" />
    </>
  );
}

function CodeProof({ region, flow, person, label, onCancel }: PanelProps) {
  const handler = person.id;
  const handle = useActionForm<Record<string, unknown>, { to: string }>({
    schema: () => import("@/lib/schemas/legacy").then((forms) => forms.handlerCodeForm),
    defaultValues: { region, flow, handler, code: "" },
    action: proveByCodeAction,
  });
  const { smsProblem } = person;
  if (smsProblem) return <NotThisWay {...{ region, flow, onCancel }} code={smsProblem} />;
  return (
    <ActionForm
      handle={handle}
      label={label}
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

function PasswordProof({
  region,
  flow,
  person,
  label,
  style,
  onCancel,
}: PanelProps & { style: LegacyStyle }) {
  const handle = useActionForm<Record<string, unknown>, { to: string }>({
    schema: () => import("@/lib/schemas/legacy").then((forms) => forms.handlerPasswordForm),
    defaultValues: { region, flow, handler: person.id, password: "" },
    action: proveByPasswordAction,
  });
  const { passwordProblem } = person;
  if (passwordProblem) return <NotThisWay {...{ region, flow, onCancel }} code={passwordProblem} />;
  return (
    <ActionForm
      handle={handle}
      label={label}
      help={({ code }) => <LegacyHelp region={region} code={code} />}
    >
      <PasswordField name="password" label={style.personPassword} hint={style.personPasswordHint} />
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
