"use client";

import { useRouter } from "next/navigation";
import { enterpriseReasonForm } from "@/lib/schemas/hall";
import { ReasonedAction } from "../../../../_components/reasoned-action";
import { confirmEnterpriseAction, issueVoucherAction } from "../../../counter-actions";

type EnterpriseButtonsProps = { id: string; name: string; unconfirmed: boolean };

/** 信息确认 and 密码重置 of an enterprise. */
export function EnterpriseButtons({ id, name, unconfirmed }: EnterpriseButtonsProps) {
  const router = useRouter();
  const common = { subject: name, schema: enterpriseReasonForm, values: { enterprise: id } };
  return (
    <div className="mt-6 flex flex-wrap gap-3">
      {unconfirmed && (
        <ReasonedAction
          {...common}
          label="信息确认"
          action={confirmEnterpriseAction}
          variant="primary"
        >
          企业可以使用电子税务局，法定代表人绑定，其他登记人员待本人确认。
        </ReasonedAction>
      )}
      <ReasonedAction
        {...common}
        label="密码重置"
        action={async (input) => {
          const done = await issueVoucherAction(input);
          if (done.ok) router.push(done.value.to);
          return done;
        }}
      >
        原企业密码立即失效，以其登录的会话结束。新密码封装在凭证中，只能打印一次，首次使用须修改。
      </ReasonedAction>
    </div>
  );
}
