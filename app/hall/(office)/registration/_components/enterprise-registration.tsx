"use client";

import { ActionForm } from "@/components/form/action-form";
import { FormSection } from "@/components/form/form-section";
import { PeopleRows } from "@/components/form/people-rows";
import { SelectField } from "@/components/form/select-field";
import { SubmitButton } from "@/components/form/submit-button";
import { TextField } from "@/components/form/text-field";
import { useActionForm } from "@/components/form/use-action-form";
import { DOCUMENT_TYPE_CHOICES, ENTERPRISE_KIND_CHOICES } from "@/lib/labels";
import { registerEnterpriseForm } from "@/lib/schemas/hall";
import { ReasonField } from "../../../_components/reason-field";
import { PersonFields } from "../../_components/person-fields";
import { registerEnterpriseAction } from "../../counter-actions";

const PERSON = {
  documentType: "RESIDENT_ID",
  country: "",
  documentNumber: "",
  name: "",
  mobile: "",
};
const MOST_HANDLERS = 10;

/** The enterprise, its 法定代表人, 财务负责人 and handlers. */
export function EnterpriseRegistration() {
  const handle = useActionForm<Record<string, unknown>, { to: string }>({
    schema: registerEnterpriseForm,
    defaultValues: {
      taxpayerId: "",
      name: "",
      taxAuthority: "",
      kind: "ENTERPRISE",
      legalRepresentative: PERSON,
      financeManagers: [],
      handlers: [],
      reason: "",
    },
    action: registerEnterpriseAction,
  });
  return (
    <ActionForm handle={handle} label="税务登记">
      <FormSection title="企业">
        <TextField
          name="taxpayerId"
          label="统一社会信用代码/纳税人识别号"
          autoCapitalize="characters"
        />
        <TextField name="name" label="企业名称" />
        <SelectField name="kind" label="纳税人类型" options={ENTERPRISE_KIND_CHOICES} />
        <TextField name="taxAuthority" label="主管税务机关" />
      </FormSection>
      <FormSection title="法定代表人">
        <PersonFields prefix="legalRepresentative." phone="mobile" />
      </FormSection>
      <FormSection title="财务负责人">
        <PeopleRows
          name="financeManagers"
          withMobile
          documentTypes={DOCUMENT_TYPE_CHOICES}
          max={1}
        />
      </FormSection>
      <FormSection title="办税员">
        <PeopleRows
          name="handlers"
          withMobile
          documentTypes={DOCUMENT_TYPE_CHOICES}
          max={MOST_HANDLERS}
        />
      </FormSection>
      <FormSection title="办理">
        <ReasonField />
        <SubmitButton>提交</SubmitButton>
      </FormSection>
    </ActionForm>
  );
}
