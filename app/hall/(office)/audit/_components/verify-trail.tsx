"use client";

import { useState } from "react";
import { ActionForm } from "@/components/form/action-form";
import { SubmitButton } from "@/components/form/submit-button";
import { useActionForm } from "@/components/form/use-action-form";
import { Alert } from "@/components/ui/alert";
import { auditBreakText } from "@/lib/messages/audit";
import { auditVerifyForm } from "@/lib/schemas/audit-trail";
import { ReasonField } from "../../../_components/reason-field";
import { verifyAuditTrailAction } from "../actions";

type Verified = Extract<Awaited<ReturnType<typeof verifyAuditTrailAction>>, { ok: true }>["value"];

/** 「校验」 of the whole chain, part by part, telling how far it has come. */
export function VerifyTrail() {
  const [state, setState] = useState<Verified | null>(null);

  async function verifyAll(input: unknown) {
    for (let after = 0; ; ) {
      const part = await verifyAuditTrailAction({ ...(input as object), after });
      if (part.ok) setState(part.value);
      if (!part.ok || part.value.done) return part;
      after = part.value.sequence;
    }
  }

  const handle = useActionForm<Record<string, unknown>, Verified>({
    schema: auditVerifyForm,
    defaultValues: { after: 0, reason: "" },
    action: verifyAll,
  });
  return (
    <ActionForm handle={handle} label="校验审计日志" className="max-w-110">
      <ReasonField />
      <SubmitButton variant="secondary">校验</SubmitButton>
      <div role="status">{state && <Outcome state={state} />}</div>
    </ActionForm>
  );
}

function Outcome({ state }: { state: Verified }) {
  const { sequence, end, hash, broken, done } = state;
  if (!done) {
    return (
      <>
        <progress value={sequence} max={end} aria-label="校验进度" className="w-full" />
        <p className="tabular-nums">
          已校验 {sequence} 条，共 {end} 条
        </p>
      </>
    );
  }
  if (broken) {
    return (
      <Alert tone="danger" title="审计日志不完整">
        <p>{auditBreakText(broken.kind, broken.sequence)}。</p>
        <p>请保留现场，联系系统管理员核查。</p>
      </Alert>
    );
  }
  return (
    <Alert tone="success" title={`审计日志完整，共${end}条`}>
      <p>请把末条的哈希记在别处，日后可据此核对：</p>
      <p className="break-all font-mono text-sm">
        {sequence} {hash}
      </p>
    </Alert>
  );
}
