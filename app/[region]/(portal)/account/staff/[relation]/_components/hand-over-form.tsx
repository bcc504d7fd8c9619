"use client";

import { useRouter } from "next/navigation";
import { ActionForm } from "@/components/form/action-form";
import { SubmitButton } from "@/components/form/submit-button";
import { useActionForm } from "@/components/form/use-action-form";
import { handOverForm } from "@/lib/schemas/relations";
import { useReport } from "../../../_components/action-report";
import { PeriodFields } from "../../../_components/period-fields";
import { PersonFields } from "../../../_components/person-fields";
import { handOverAction } from "../../actions";

type HandOverFormProps = {
  relationId: string;
  identityVersion: number;
  name: string;
  today: string;
};

/** Names the successor of a handover. */
export function HandOverForm({ relationId, identityVersion, name, today }: HandOverFormProps) {
  const router = useRouter();
  const report = useReport();
  const handle = useActionForm({
    schema: handOverForm,
    defaultValues: {
      relationId,
      name: "",
      documentType: "RESIDENT_ID",
      documentNumber: "",
      validFrom: today,
      validTo: "",
      identityVersion,
    },
    action: handOverAction,
    onSuccess: () => {
      handle.form.reset();
      report(`已发起交接，接替人确认后${name}的授权解除。确认前可在“待确认授权”中撤回`);
      router.refresh();
    },
  });
  return (
    <ActionForm handle={handle} label="办税交接" className="max-w-110">
      <PersonFields />
      <PeriodFields />
      <SubmitButton variant="secondary" className="justify-self-start">
        发起交接
      </SubmitButton>
    </ActionForm>
  );
}
