"use client";

import type { ListedAgreement } from "@/lib/server/agencies/agreements";
import { ConfirmButton } from "../../../_components/confirm-button";
import { recogniseAgencyAction, withdrawRecognitionAction } from "../../../actions";

type RecognitionButtonsProps = {
  agreement: Pick<ListedAgreement, "id" | "party" | "status">;
  identityVersion: number;
};

/** 「认定」 and 「取消认定」 of one agency; nothing once the agreement has ended. */
export function RecognitionButtons({ agreement, identityVersion }: RecognitionButtonsProps) {
  const { id, party, status } = agreement;
  const input = { identityVersion, agreement: id };
  if (status !== "ACTIVE" && status !== "PENDING_CLIENT") {
    return <span className="text-muted">无需办理</span>;
  }
  return (
    <span className="flex flex-wrap gap-2">
      {status === "PENDING_CLIENT" && (
        <ConfirmButton
          label="认定"
          variant="primary"
          describedBy={`party-${id}`}
          title="认定代理机构"
          confirm="确认认定"
          run={() => recogniseAgencyAction(input)}
        >
          <p>认定后，{party}的经办人员可以在有效期内为本企业办税，您可以随时取消。</p>
        </ConfirmButton>
      )}
      <ConfirmButton
        label="取消认定"
        describedBy={`party-${id}`}
        title="取消认定代理机构"
        confirm="确认取消认定"
        run={() => withdrawRecognitionAction(input)}
      >
        <p>取消后，与{party}的协议终止，其经办人员立即不能再为本企业办税。</p>
      </ConfirmButton>
    </span>
  );
}
