"use client";

import { useState } from "react";
import { Alert } from "@/components/ui/alert";
import { personReasonForm } from "@/lib/schemas/hall";
import { ReasonedAction } from "../../../../_components/reasoned-action";
import { unlockAction } from "../../../counter-actions";

type UnlockButtonProps = { person: string; name: string; fourEyes: boolean };

/** 「解锁」: at once, or asked of a supervisor (复核) for a 法定代表人. */
export function UnlockButton({ person, name, fourEyes }: UnlockButtonProps) {
  const [waiting, setWaiting] = useState(false);
  if (waiting) {
    return <Alert tone="success" role="status" title="已提交，主管复核同意后解锁" />;
  }
  return (
    <ReasonedAction
      label="解锁"
      subject={name}
      schema={personReasonForm}
      values={{ person }}
      action={async (input) => {
        const done = await unlockAction(input);
        if (done.ok && done.value.waiting) setWaiting(true);
        return done;
      }}
      variant="primary"
    >
      {fourEyes
        ? "该人员是法定代表人，提交后由另一名主管复核，同意后解锁。"
        : "立即可以重新登录，密码不变，本人会收到通知。"}
    </ReasonedAction>
  );
}
