"use client";

import { decideCorrectionForm, openCorrectionForm } from "@/lib/schemas/corrections";
import { ReasonedAction } from "../../../_components/reasoned-action";
import { decideCorrectionAction, openCorrectionAction } from "../actions";

/** 「受理」: shows the request to this officer. */
export function OpenCorrection({ id, subject }: { id: string; subject: string }) {
  return (
    <ReasonedAction
      label="受理"
      subject={subject}
      schema={openCorrectionForm}
      values={{ correction: id }}
      action={openCorrectionAction}
    >
      受理后30分钟内可以查看并办理；查看会记入审计日志和申请人的记录。
    </ReasonedAction>
  );
}

/** 「准予更正」 and 「不予更正」; `applied` when the portal itself corrects it. */
export function DecideCorrection({
  id,
  subject,
  applied,
}: {
  id: string;
  subject: string;
  applied: boolean;
}) {
  return (
    <div className="mt-6 flex flex-wrap gap-3">
      <ReasonedAction
        label="准予更正"
        subject={subject}
        schema={decideCorrectionForm}
        values={{ correction: id, decision: "CORRECT" }}
        action={decideCorrectionAction}
        variant="primary"
      >
        {applied
          ? "请先核对证件原件。提交后立即更正，申请人会收到通知，办理事由作为答复显示给申请人。"
          : "请先在相应业务中更正。提交后申请人会收到通知，办理事由作为答复显示给申请人。"}
      </ReasonedAction>
      <ReasonedAction
        label="不予更正"
        subject={subject}
        schema={decideCorrectionForm}
        values={{ correction: id, decision: "REFUSE" }}
        action={decideCorrectionAction}
      >
        信息不变。申请人会收到通知，办理事由作为答复显示给申请人。
      </ReasonedAction>
    </div>
  );
}
