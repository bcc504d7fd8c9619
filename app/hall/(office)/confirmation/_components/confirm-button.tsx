"use client";

import { enterpriseReasonForm } from "@/lib/schemas/hall";
import { ReasonedAction } from "../../../_components/reasoned-action";
import { confirmEnterpriseAction } from "../../counter-actions";

/** 「确认」 of an enterprise. */
export function ConfirmButton({ id, name }: { id: string; name: string }) {
  return (
    <ReasonedAction
      label="确认"
      subject={name}
      schema={enterpriseReasonForm}
      values={{ enterprise: id }}
      action={confirmEnterpriseAction}
    >
      企业可以使用电子税务局，法定代表人绑定，其他登记人员待本人确认。
    </ReasonedAction>
  );
}
