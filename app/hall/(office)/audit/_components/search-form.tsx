"use client";

import { ActionForm } from "@/components/form/action-form";
import { SelectField } from "@/components/form/select-field";
import { SubmitButton } from "@/components/form/submit-button";
import { TextField } from "@/components/form/text-field";
import { useActionForm } from "@/components/form/use-action-form";
import { AUDIT_ACTION_CHOICES } from "@/lib/messages/audit";
import { auditSearchForm } from "@/lib/schemas/audit-trail";
import { ReasonField } from "../../../_components/reason-field";
import { searchAuditTrailAction } from "../actions";

const OUTCOMES = [
  { value: "OK", label: "成功" },
  { value: "REFUSED", label: "未通过" },
];

/** What to look for in the audit trail, and why: the look-up is itself recorded (B13). */
export function SearchForm({ from }: { from: string }) {
  const handle = useActionForm<Record<string, unknown>, { to: string }>({
    schema: auditSearchForm,
    defaultValues: {
      from,
      to: "",
      event: "",
      outcome: "",
      employeeNumber: "",
      documentNumber: "",
      taxpayerId: "",
      reason: "",
    },
    action: searchAuditTrailAction,
  });
  return (
    <ActionForm handle={handle} label="查询审计日志">
      <div className="grid items-start gap-5 sm:grid-cols-2">
        <TextField name="from" label="开始日期" type="date" optional />
        <TextField name="to" label="结束日期" type="date" optional />
        <SelectField name="event" label="事项" options={AUDIT_ACTION_CHOICES} optional />
        <SelectField name="outcome" label="结果" options={OUTCOMES} optional />
        <TextField name="employeeNumber" label="税务人员工号" optional />
        <TextField name="documentNumber" label="自然人证件号码" optional />
        <TextField name="taxpayerId" label="统一社会信用代码/纳税人识别号" optional />
        <ReasonField />
      </div>
      <SubmitButton>查询</SubmitButton>
    </ActionForm>
  );
}
