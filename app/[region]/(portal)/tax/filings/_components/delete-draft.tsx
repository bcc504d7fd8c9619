"use client";

import { ConfirmButton } from "../../_components/confirm-button";
import { deleteDraftAction } from "../../actions";

/** 「删除草稿」. */
export function DeleteDraft({
  filing,
  identityVersion,
}: {
  filing: string;
  identityVersion: number;
}) {
  return (
    <ConfirmButton
      label="删除草稿"
      describedBy={`filing-${filing}`}
      title="删除草稿"
      confirm="确认删除"
      run={() => deleteDraftAction({ filing, identityVersion })}
    >
      <p>草稿删除后不能恢复。</p>
    </ConfirmButton>
  );
}
