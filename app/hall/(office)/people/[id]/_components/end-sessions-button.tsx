"use client";

import { personReasonForm } from "@/lib/schemas/hall";
import { ReasonedAction } from "../../../../_components/reasoned-action";
import { endSessionsAction } from "../../../counter-actions";

/** 「结束登录」 of somebody who left a login open or lost a device. */
export function EndSessionsButton({ person, name }: { person: string; name: string }) {
  return (
    <ReasonedAction
      label="结束登录"
      subject={name}
      schema={personReasonForm}
      values={{ person }}
      action={endSessionsAction}
      variant="danger"
    >
      该人员在所有电脑和手机上的登录立即结束，正在办理的步骤须重新开始；密码和手机号码不变，本人会收到通知。
    </ReasonedAction>
  );
}
