"use client";

import { useState } from "react";
import { ActionForm } from "@/components/form/action-form";
import { SubmitButton } from "@/components/form/submit-button";
import { useActionForm } from "@/components/form/use-action-form";
import { Alert } from "@/components/ui/alert";
import { auditExportForm } from "@/lib/schemas/audit-trail";
import { ReasonField } from "../../../_components/reason-field";
import { exportAuditTrailAction } from "../actions";

/** 「导出CSV」 of what a search found: takes a reason of its own and gives one file. */
export function ExportForm({ search }: { search: number }) {
  const [exported, setExported] = useState(false);
  const handle = useActionForm<Record<string, unknown>, { file: string }>({
    schema: auditExportForm,
    defaultValues: { search, reason: "" },
    action: exportAuditTrailAction,
    onSuccess: ({ file }) => {
      setExported(true);
      window.location.assign(file);
    },
  });
  return (
    <ActionForm handle={handle} label="导出审计日志" className="max-w-110">
      {exported && <Alert tone="success" role="status" title="已导出，文件由浏览器下载" />}
      <ReasonField />
      <SubmitButton variant="secondary">导出CSV</SubmitButton>
    </ActionForm>
  );
}
