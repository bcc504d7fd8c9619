"use client";

import { CheckboxGroupField } from "@/components/form/checkbox-group-field";
import { FormSection } from "@/components/form/form-section";
import { TextField } from "@/components/form/text-field";

type Agents = readonly { id: string; name: string; document: string }[];

/** Who acts under an agreement, and from when to when. */
export function StaffAndPeriod({ agents }: { agents: Agents }) {
  return (
    <>
      <FormSection title="经办的税务代理人员">
        <CheckboxGroupField
          name="staff"
          label="经办人员"
          hint="只列出已在基本信息采集表中列明的人员。"
          options={agents.map(({ id, name, document }) => ({
            value: id,
            label: name,
            description: document,
          }))}
        />
      </FormSection>
      <FormSection title="有效期" hint="到期后协议自动终止。">
        <div className="grid gap-5 sm:grid-cols-2">
          <TextField name="validFrom" label="有效期起" type="date" />
          <TextField name="validTo" label="有效期止" type="date" />
        </div>
      </FormSection>
    </>
  );
}

/** Names of the ticked agents. */
export function staffText(agents: Agents, staff: unknown): string {
  const chosen: readonly unknown[] = Array.isArray(staff) ? staff : [];
  return agents
    .filter(({ id }) => chosen.includes(id))
    .map(({ name }) => name)
    .join("、");
}

/** The period as typed; nothing while either end is missing. */
export function periodText({ validFrom, validTo }: Record<string, unknown>): string {
  return validFrom && validTo ? `${validFrom}至${validTo}` : "";
}
