"use client";

import { ConfirmButton } from "../../../_components/confirm-button";
import { withdrawFilingAction } from "../../../actions";

/** 「撤回」 of a filing that waits for the hall. */
export function WithdrawFiling({
  filing,
  identityVersion,
}: {
  filing: string;
  identityVersion: number;
}) {
  return (
    <ConfirmButton
      label="撤回"
      title="撤回申报事项"
      confirm="确认撤回"
      run={() => withdrawFilingAction({ filing, identityVersion })}
    >
      <p>撤回后该事项不再审核，需要办理时请重新提交。</p>
    </ConfirmButton>
  );
}
