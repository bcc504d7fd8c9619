"use client";

import type { ReactNode } from "react";
import { FieldFrame } from "@/components/form/field-frame";
import { useField } from "@/components/form/use-field";
import { controlClass } from "@/components/ui/control-class";

type TextareaFieldProps = {
  name: string;
  /** The control's accessible name, exactly. */
  label: string;
  hint?: ReactNode;
  rows?: number;
  optional?: boolean;
  /** For what is read character by character: addresses, keys. */
  code?: boolean;
};

/** A text box of several lines of a form. */
export function TextareaField({
  name,
  label,
  hint,
  rows = 12,
  optional,
  code,
}: TextareaFieldProps) {
  const { id, error, control } = useField(name, { label, kind: "text" }, Boolean(hint));
  return (
    <FieldFrame id={id} label={label} hint={hint} error={error} optional={optional}>
      <textarea
        {...control}
        rows={rows}
        aria-required={!optional}
        spellCheck={code ? false : undefined}
        className={controlClass(code ? "break-all font-mono" : undefined)}
      />
    </FieldFrame>
  );
}
