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
};

/** A text box of several lines of a form. */
export function TextareaField({ name, label, hint, rows = 12 }: TextareaFieldProps) {
  const { id, error, control } = useField(name, { label, kind: "text" }, Boolean(hint));
  return (
    <FieldFrame id={id} label={label} hint={hint} error={error}>
      <textarea {...control} rows={rows} aria-required className={controlClass()} />
    </FieldFrame>
  );
}
