"use client";

import { importRunForm } from "@/lib/schemas/imports";
import { ReasonedAction } from "../../../../_components/reasoned-action";
import { cancelImportAction, submitImportAction } from "../../actions";

type RunButtonProps = { what: "SUBMIT" | "CANCEL"; id: string; subject: string };

/** 「提交复核」 or 「放弃导入」. */
export function RunButton({ what, id, subject }: RunButtonProps) {
  const common = { subject, schema: importRunForm, values: { run: id } };
  if (what === "SUBMIT") {
    return (
      <ReasonedAction {...common} label="提交复核" action={submitImportAction} variant="primary">
        另一名主管同意后，文件中的数据一次全部生效。
      </ReasonedAction>
    );
  }
  return (
    <ReasonedAction {...common} label="放弃导入" action={cancelImportAction}>
      已上传的数据立即删除，不会生效。
    </ReasonedAction>
  );
}
