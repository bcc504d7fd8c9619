"use client";

import { useRouter } from "next/navigation";
import { ActionForm } from "@/components/form/action-form";
import { SelectField } from "@/components/form/select-field";
import { SubmitButton } from "@/components/form/submit-button";
import { useActionForm } from "@/components/form/use-action-form";
import { HANDLER_ROLE_CHOICES } from "@/lib/labels";
import { addHandlerForm } from "@/lib/schemas/relations";
import { useReport } from "../../_components/action-report";
import { PeriodFields } from "../../_components/period-fields";
import { PersonFields } from "../../_components/person-fields";
import { addHandlerAction } from "../actions";
import { IdentityBoxes, type NamedIdentity } from "./identity-boxes";

type AddFormProps = {
  today: string;
  identityVersion: number;
  identities: readonly NamedIdentity[];
  /** Whether the bureau gives functions by default. */
  defaults: boolean;
};

/** 添加办税人员 (E2): who, as what, how long, with which permissions. They become it by confirming themselves. */
export function AddForm({ today, identityVersion, identities, defaults }: AddFormProps) {
  const router = useRouter();
  const report = useReport();
  const handle = useActionForm({
    schema: addHandlerForm,
    defaultValues: {
      name: "",
      documentType: "RESIDENT_ID",
      documentNumber: "",
      role: "",
      validFrom: today,
      validTo: "",
      identities: Object.fromEntries(identities.map(({ id }) => [id, false])),
      identityVersion,
    },
    action: addHandlerAction,
    onSuccess: () => {
      handle.form.reset();
      report("已提交，等待该人员在“企业授权管理”中确认。确认前可在“待确认授权”中撤回");
      router.refresh();
    },
  });
  return (
    <ActionForm handle={handle} label="添加办税人员" className="max-w-110">
      <PersonFields />
      <SelectField name="role" label="身份" options={HANDLER_ROLE_CHOICES} />
      <PeriodFields />
      <IdentityBoxes
        identities={identities}
        hint={
          defaults
            ? "不勾选的，办税员默认可以使用“我要办税”“我要查询”，开票员默认可以使用“发票使用”。"
            : "不勾选的没有任何功能，可在其本人确认后通过“授权”办理。"
        }
      />
      <SubmitButton className="justify-self-start">提交</SubmitButton>
    </ActionForm>
  );
}
