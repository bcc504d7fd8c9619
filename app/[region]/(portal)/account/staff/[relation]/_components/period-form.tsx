"use client";

import { useRouter } from "next/navigation";
import { ActionForm } from "@/components/form/action-form";
import { SubmitButton } from "@/components/form/submit-button";
import { useActionForm } from "@/components/form/use-action-form";
import { changePeriodForm } from "@/lib/schemas/relations";
import { useReport } from "../../../_components/action-report";
import { PeriodFields } from "../../../_components/period-fields";
import { changePeriodAction } from "../../actions";

type PeriodFormProps = {
  relationId: string;
  identityVersion: number;
  validFrom: string;
  validTo: string;
};

/** 修改有效期 of one handler or clerk. */
export function PeriodForm({ relationId, identityVersion, validFrom, validTo }: PeriodFormProps) {
  const router = useRouter();
  const report = useReport();
  const handle = useActionForm({
    schema: changePeriodForm,
    defaultValues: { relationId, validFrom, validTo, identityVersion },
    action: changePeriodAction,
    onSuccess: () => {
      report("有效期已保存");
      router.refresh();
    },
  });
  return (
    <section aria-labelledby="period" className="mt-10">
      <h2 id="period" className="mb-4 text-lg">
        有效期
      </h2>
      <ActionForm handle={handle} label="有效期" className="max-w-110">
        <PeriodFields />
        <SubmitButton variant="secondary" className="justify-self-start">
          保存有效期
        </SubmitButton>
      </ActionForm>
    </section>
  );
}
