"use client";

import type { ReactNode } from "react";
import { FieldError, FieldHint } from "@/components/form/field-frame";
import { useField } from "@/components/form/use-field";
import { Checkbox } from "@/components/ui/checkbox";

type CheckboxFieldProps = {
  name: string;
  /** The accessible name as plain text; the summary uses it. */
  label: string;
  /** The same words with links in them. */
  children?: ReactNode;
  hint?: ReactNode;
};

/** A box to tick. */
export function CheckboxField({ name, label, children, hint }: CheckboxFieldProps) {
  const { id, error, control } = useField(name, { label, kind: "tick" }, Boolean(hint));
  return (
    <div className="grid gap-1.5">
      <div className="flex items-start gap-3">
        <Checkbox {...control} />
        <label htmlFor={id} className="min-w-0 flex-1">
          {children ?? label}
        </label>
      </div>
      <FieldHint id={id}>{hint}</FieldHint>
      <FieldError id={id}>{error}</FieldError>
    </div>
  );
}
