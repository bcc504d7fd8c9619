"use client";

import type { ReactNode } from "react";
import { CheckboxField } from "@/components/form/checkbox-field";

export type NamedIdentity = { id: string; name: string; description: string };

/** A box for each permission identity (权限身份) of the enterprise; field `identities` by id. */
export function IdentityBoxes({
  identities,
  hint,
  label = "权限身份",
  none = "还没有权限身份，可在“权限身份”中添加。",
}: {
  identities: readonly NamedIdentity[];
  hint: string;
  label?: string;
  /** Said before the hint when there is none yet: where to add one. */
  none?: ReactNode;
}) {
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1 font-semibold">{label}</legend>
      <p className="mb-3 text-muted text-sm">
        {identities.length === 0 && none}
        {hint}
      </p>
      <div className="grid gap-3">
        {identities.map(({ id, name, description }) => (
          <CheckboxField
            key={id}
            name={`identities.${id}`}
            label={name}
            hint={description || undefined}
          />
        ))}
      </div>
    </fieldset>
  );
}
