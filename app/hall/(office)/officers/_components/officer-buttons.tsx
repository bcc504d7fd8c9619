"use client";

import { officerChangeForm } from "@/lib/schemas/hall";
import { ReasonedAction } from "../../../_components/reasoned-action";
import { changeOfficerAction } from "../actions";

type OfficerButtonsProps = { id: string; name: string; disabled: boolean };

const WORDS = {
  RESET: { label: "重置密码", text: "原密码立即失效，设置新密码的链接发送至其本人手机。" },
  DISABLE: { label: "停用", text: "其登录立即结束，此后不能登录。" },
  ENABLE: { label: "启用", text: "恢复其登录；主管须经其他主管复核同意。" },
} as const;

/** What a supervisor may do about an officer. */
export function OfficerButtons({ id, name, disabled }: OfficerButtonsProps) {
  const changes = disabled ? (["ENABLE"] as const) : (["RESET", "DISABLE"] as const);
  return (
    <div className="flex flex-wrap gap-2">
      {changes.map((change) => (
        <ReasonedAction
          key={change}
          label={WORDS[change].label}
          subject={name}
          schema={officerChangeForm}
          values={{ officer: id, change }}
          action={changeOfficerAction}
          variant={change === "DISABLE" ? "danger" : "secondary"}
        >
          {WORDS[change].text}
        </ReasonedAction>
      ))}
    </div>
  );
}
