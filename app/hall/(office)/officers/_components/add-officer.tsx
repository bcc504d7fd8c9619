"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { ActionForm } from "@/components/form/action-form";
import { SelectField } from "@/components/form/select-field";
import { SubmitButton } from "@/components/form/submit-button";
import { TextField } from "@/components/form/text-field";
import { useActionForm } from "@/components/form/use-action-form";
import { Alert } from "@/components/ui/alert";
import { OFFICER_ROLE_CHOICES } from "@/lib/labels";
import { addOfficerForm } from "@/lib/schemas/hall";
import { ReasonField } from "../../../_components/reason-field";
import { addOfficerAction } from "../actions";

const EMPTY = { employeeNumber: "", name: "", phone: "", documentNumber: "", role: "", reason: "" };

/** 「添加税务人员」: the new officer sets the password by the link on their own phone. */
export function AddOfficer() {
  const router = useRouter();
  const [added, setAdded] = useState<"SENT" | "WAITING" | null>(null);
  const handle = useActionForm<Record<string, unknown>, { waiting: boolean }>({
    schema: addOfficerForm,
    defaultValues: EMPTY,
    action: addOfficerAction,
    onSuccess: ({ waiting }) => {
      setAdded(waiting ? "WAITING" : "SENT");
      handle.form.reset(EMPTY);
      router.refresh();
    },
  });
  return (
    <ActionForm handle={handle} label="添加税务人员" className="max-w-110">
      {added && (
        <Alert
          tone="success"
          role="status"
          title={
            added === "SENT"
              ? "已添加，设置密码的链接已发送至其手机"
              : "已提交，其他主管复核同意后生效"
          }
        />
      )}
      <TextField name="employeeNumber" label="工号" hint="3至20位字母或数字" />
      <TextField name="name" label="姓名" />
      <TextField name="phone" label="手机号码" type="tel" inputMode="tel" />
      <TextField
        name="documentNumber"
        label="居民身份证号码"
        hint="用于防止办理本人业务，只保存无法还原的摘要"
        autoCapitalize="characters"
      />
      <SelectField name="role" label="岗位" options={OFFICER_ROLE_CHOICES} />
      <ReasonField />
      <SubmitButton>提交</SubmitButton>
    </ActionForm>
  );
}
