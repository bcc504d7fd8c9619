"use client";

import { fourEyesForm, withdrawFourEyesForm } from "@/lib/schemas/hall";
import { ReasonedAction } from "../../../_components/reasoned-action";
import { decideFourEyesAction, withdrawFourEyesAction } from "../actions";

type FourEyesButtonsProps = { id: string; what: string; own: boolean; decides: boolean };

/** What the officer may do about a request that waits: withdraw their own, or, as a supervisor, decide another's. */
export function FourEyesButtons({ id, what, own, decides }: FourEyesButtonsProps) {
  if (own) {
    return (
      <ReasonedAction
        label="撤回"
        subject={what}
        schema={withdrawFourEyesForm}
        values={{ request: id }}
        action={withdrawFourEyesAction}
      >
        撤回后不再复核，需要时重新提交。
      </ReasonedAction>
    );
  }
  if (!decides) return <span className="text-muted text-sm">由主管复核</span>;
  return (
    <div className="flex flex-wrap gap-2">
      <ReasonedAction
        label="同意"
        subject={what}
        schema={fourEyesForm}
        values={{ request: id, decision: "APPROVE" }}
        action={decideFourEyesAction}
        variant="primary"
      >
        同意后立即生效。
      </ReasonedAction>
      <ReasonedAction
        label="不同意"
        subject={what}
        schema={fourEyesForm}
        values={{ request: id, decision: "REFUSE" }}
        action={decideFourEyesAction}
      >
        申请终止，不产生任何变更。
      </ReasonedAction>
    </div>
  );
}
