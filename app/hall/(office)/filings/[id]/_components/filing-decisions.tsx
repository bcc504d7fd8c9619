"use client";

import { filingDecisionForm } from "@/lib/schemas/hall";
import { ReasonedAction } from "../../../../_components/reasoned-action";
import { decideFilingAction } from "../../../counter-actions";

type FilingDecisionsProps = { id: string; number: string; pending: boolean; voidable: boolean };

const WORDS = {
  APPROVE: { label: "同意", text: "事项立即生效，报送人会收到通知。", variant: "primary" },
  REJECT: { label: "退回", text: "事项不生效，报送人会看到办理事由。", variant: "secondary" },
  VOID: {
    label: "作废",
    text: "已生效的内容立即撤销，报送人会看到办理事由。",
    variant: "danger",
  },
} as const;

/** 同意, 退回 and 作废. */
export function FilingDecisions({ id, number, pending, voidable }: FilingDecisionsProps) {
  const decisions = [
    ...(pending ? (["APPROVE", "REJECT"] as const) : []),
    ...(voidable ? (["VOID"] as const) : []),
  ];
  return (
    <div className="mt-6 flex flex-wrap gap-3">
      {decisions.map((decision) => (
        <ReasonedAction
          key={decision}
          label={WORDS[decision].label}
          subject={number}
          schema={filingDecisionForm}
          values={{ filing: id, decision }}
          action={decideFilingAction}
          variant={WORDS[decision].variant}
        >
          {WORDS[decision].text}
        </ReasonedAction>
      ))}
    </div>
  );
}
