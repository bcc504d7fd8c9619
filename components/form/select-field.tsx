"use client";

import type { ReactNode } from "react";
import { useTexts } from "#use-texts";
import { FieldFrame } from "@/components/form/field-frame";
import { useField } from "@/components/form/use-field";
import { Select } from "@/components/ui/select";
import { useHydrated } from "@/components/ui/use-hydrated";

type SelectFieldProps = {
  name: string;
  label: string;
  options: readonly { value: string; label: string }[];
  hint?: ReactNode;
  optional?: boolean;
};

/** A choice from a list; nothing is chosen beforehand unless the form's default says so. */
export function SelectField({ name, label, options, hint, optional }: SelectFieldProps) {
  const t = useTexts();
  const { id, error, control } = useField(name, { label, kind: "choice" }, Boolean(hint));
  const hydrated = useHydrated();
  return (
    <FieldFrame id={id} label={label} hint={hint} error={error} optional={optional}>
      <Select {...control} aria-required={!optional} disabled={!hydrated}>
        <option value="">{t("请选择")}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </Select>
    </FieldFrame>
  );
}
