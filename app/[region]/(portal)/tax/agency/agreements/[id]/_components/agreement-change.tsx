"use client";

import { ActionForm } from "@/components/form/action-form";
import { LiveSummary } from "@/components/form/live-summary";
import { SubmitButton } from "@/components/form/submit-button";
import { useActionForm } from "@/components/form/use-action-form";
import { agreementChangeForm } from "@/lib/schemas/filings/agency";
import type { ListedAgreement } from "@/lib/server/agencies/agreements";
import { periodText, StaffAndPeriod, staffText } from "../../../../_components/staff-and-period";
import { fileAgreementChangeAction } from "../../../../actions";

type AgreementChangeProps = {
  filing: string;
  identityVersion: number;
  agreement: Pick<ListedAgreement, "id" | "party" | "validFrom" | "validTo" | "staff">;
  agents: readonly { id: string; name: string; document: string }[];
};

/** The form of a change of staff or period. */
export function AgreementChange(props: AgreementChangeProps) {
  const { filing, identityVersion, agreement, agents } = props;
  const named = agreement.staff.map(({ agencyStaffId }) => agencyStaffId);
  const handle = useActionForm<Record<string, unknown>, { to: string }>({
    schema: agreementChangeForm,
    defaultValues: {
      filing,
      identityVersion,
      agreement: agreement.id,
      validFrom: agreement.validFrom,
      validTo: agreement.validTo,
      staff: agents.map(({ id }) => id).filter((id) => named.includes(id)),
    },
    action: fileAgreementChangeAction,
  });
  return (
    <ActionForm handle={handle} label="变更涉税专业服务协议">
      <StaffAndPeriod agents={agents} />
      <LiveSummary
        lines={(values) => [
          { name: "委托企业", value: agreement.party },
          { name: "经办人员", value: staffText(agents, values.staff) },
          { name: "有效期", value: periodText(values) },
        ]}
      />
      <SubmitButton className="min-w-32 justify-self-start">变更</SubmitButton>
    </ActionForm>
  );
}
