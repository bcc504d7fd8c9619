"use client";

import { relationChangeForm } from "@/lib/schemas/hall";
import { ReasonedAction } from "../../_components/reasoned-action";
import { changeRelationAction } from "../counter-actions";

type RelationButtonsProps = { id: string; subject: string; frozen: boolean };

const WORDS = {
  FREEZE: { label: "冻结", text: "解冻前不能以该身份办理业务，正在使用的登录立即受限。" },
  UNFREEZE: { label: "解冻", text: "恢复以该身份办理业务。" },
  REMOVE: { label: "解除关联关系", text: "立即不能以该身份办理业务，本人会收到通知。" },
} as const;

/** 解除关联关系, 冻结 and 解冻 of one relation. */
export function RelationButtons({ id, subject, frozen }: RelationButtonsProps) {
  const actions = [frozen ? "UNFREEZE" : "FREEZE", "REMOVE"] as const;
  return (
    <div className="flex flex-wrap gap-2">
      {actions.map((action) => (
        <ReasonedAction
          key={action}
          label={WORDS[action].label}
          subject={subject}
          schema={relationChangeForm}
          values={{ relation: id, action }}
          action={changeRelationAction}
          variant={action === "REMOVE" ? "danger" : "secondary"}
        >
          {WORDS[action].text}
        </ReasonedAction>
      ))}
    </div>
  );
}
