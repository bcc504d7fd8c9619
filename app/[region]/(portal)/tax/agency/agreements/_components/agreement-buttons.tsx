"use client";

import { buttonClass } from "@/components/ui/button-class";
import { Link } from "@/components/ui/link";
import type { ListedAgreement } from "@/lib/server/agencies/agreements";
import { ConfirmButton } from "../../../_components/confirm-button";
import { fileTerminationAction } from "../../../actions";

type AgreementButtonsProps = {
  agreement: Pick<ListedAgreement, "id" | "party" | "status">;
  identityVersion: number;
  /** Id of the termination, should it be filed. */
  filing: string;
  changeHref: string;
};

/** 「变更」 and 「终止」 of one agreement; nothing once it has ended. */
export function AgreementButtons(props: AgreementButtonsProps) {
  const { agreement, identityVersion, filing, changeHref } = props;
  const { id, party, status } = agreement;
  if (status !== "ACTIVE" && status !== "PENDING_CLIENT") {
    return <span className="text-muted">无需办理</span>;
  }
  return (
    <span className="flex flex-wrap gap-2">
      <Link href={changeHref} aria-describedby={`party-${id}`} className={buttonClass("secondary")}>
        变更
      </Link>
      <ConfirmButton
        label="终止"
        describedBy={`party-${id}`}
        title="终止协议"
        confirm="确认终止"
        run={() => fileTerminationAction({ filing, identityVersion, agreement: id })}
      >
        <p>与{party}的协议终止后：</p>
        <ul className="mt-2 list-disc space-y-1 pl-5">
          <li>经办人员立即不能再为该企业办税，正在办理的也会中断；</li>
          <li>不能恢复，继续代理须重新报送协议要素信息采集表。</li>
        </ul>
      </ConfirmButton>
    </span>
  );
}
