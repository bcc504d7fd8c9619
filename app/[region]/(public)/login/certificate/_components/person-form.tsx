"use client";

import { ActionForm } from "@/components/form/action-form";
import { RadioField } from "@/components/form/radio-field";
import { SubmitButton } from "@/components/form/submit-button";
import { useActionForm } from "@/components/form/use-action-form";
import { roleLabel } from "@/lib/labels";
import type { PersonOption } from "@/lib/server/certificates/people";
import { choosePersonAction } from "../actions";
import { CertificateHelp } from "./certificate-help";

type PersonFormProps = { region: string; flow: string; people: readonly PersonOption[] };

/** The people as radios and 「下一步」. */
export function PersonForm({ region, flow, people }: PersonFormProps) {
  const handle = useActionForm<Record<string, unknown>, { to: string }>({
    schema: () => import("@/lib/schemas/certificate").then((forms) => forms.choosePersonForm),
    defaultValues: { region, flow, person: "" },
    action: choosePersonAction,
  });
  return (
    <ActionForm
      handle={handle}
      label="办税人员选择"
      help={({ code }) => <CertificateHelp region={region} code={code} />}
    >
      <RadioField
        name="person"
        label="请选择本次登录的办税人员"
        cards
        options={people.map(({ id, name, maskedNumber, roles }) => ({
          value: id,
          label: name,
          description: (
            <>
              <span className="block">
                {roles.map(({ role, primary }) => roleLabel(role, primary)).join("、")}
              </span>
              <span className="block tabular-nums">{maskedNumber}</span>
            </>
          ),
        }))}
      />
      <SubmitButton className="w-full">下一步</SubmitButton>
    </ActionForm>
  );
}
