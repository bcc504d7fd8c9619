"use client";

import { withdrawAnnouncementForm } from "@/lib/schemas/announcement";
import { ReasonedAction } from "../../../_components/reasoned-action";
import { withdrawAnnouncementAction } from "../actions";

type WithdrawButtonProps = { announcement: string; version: number; title: string };

/** 「撤回」. */
export function WithdrawButton({ announcement, version, title }: WithdrawButtonProps) {
  return (
    <ReasonedAction
      label="撤回"
      subject={title}
      schema={withdrawAnnouncementForm}
      values={{ announcement, version }}
      action={withdrawAnnouncementAction}
      variant="danger"
    >
      撤回后公众不再看到这条公告；可修改后重新发布。
    </ReasonedAction>
  );
}
