"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { ActionForm } from "@/components/form/action-form";
import { SelectField } from "@/components/form/select-field";
import { SubmitButton } from "@/components/form/submit-button";
import { useActionForm } from "@/components/form/use-action-form";
import { Alert } from "@/components/ui/alert";
import { registerPersonForm } from "@/lib/schemas/hall";
import { ReasonField } from "../../../../_components/reason-field";
import { PersonFields } from "../../../_components/person-fields";
import { registerPersonAction } from "../../../counter-actions";

const ROLES = [
  { value: "LEGAL_REPRESENTATIVE", label: "法定代表人" },
  { value: "FINANCE_MANAGER", label: "财务负责人" },
  { value: "TAX_HANDLER", label: "办税员" },
];

/** 「登记人员」 of an enterprise. */
export function RegisterPerson({ enterprise }: { enterprise: string }) {
  const router = useRouter();
  const [done, setDone] = useState(false);
  const empty = {
    enterprise,
    role: "",
    documentType: "RESIDENT_ID",
    country: "",
    documentNumber: "",
    name: "",
    mobile: "",
    reason: "",
  };
  const handle = useActionForm<Record<string, unknown>, unknown>({
    schema: registerPersonForm,
    defaultValues: empty,
    action: (input) => {
      setDone(false);
      return registerPersonAction(input);
    },
    onSuccess: () => {
      setDone(true);
      handle.form.reset(empty);
      router.refresh();
    },
  });
  return (
    <section aria-labelledby="register" className="mt-10 border-line border-t pt-6">
      <h2 id="register" className="mb-4 text-lg">
        登记人员
      </h2>
      <ActionForm handle={handle} label="登记人员" className="max-w-110">
        {done && <Alert tone="success" role="status" title="已登记" />}
        <SelectField
          name="role"
          label="身份"
          options={ROLES}
          hint="登记新的法定代表人后，原法定代表人不再有关联关系"
        />
        <PersonFields phone="mobile" />
        <ReasonField />
        <SubmitButton>提交</SubmitButton>
      </ActionForm>
    </section>
  );
}
