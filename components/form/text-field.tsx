"use client";

import type { ComponentProps, ReactNode } from "react";
import { FieldFrame } from "@/components/form/field-frame";
import { useField } from "@/components/form/use-field";
import { Input } from "@/components/ui/input";

export type TextFieldProps = {
  name: string;
  /** The control's accessible name, exactly. */
  label: string;
  hint?: ReactNode;
  /** "LABELLED": the label says so itself. */
  optional?: boolean | "LABELLED";
} & Pick<
  ComponentProps<"input">,
  "type" | "inputMode" | "autoComplete" | "autoCapitalize" | "placeholder" | "className"
>;

/** A one-line text box of a form. */
export function TextField({ name, label, hint, optional, className, ...rest }: TextFieldProps) {
  const { id, error, control } = useField(name, { label, kind: "text" }, Boolean(hint));
  return (
    <FieldFrame id={id} label={label} hint={hint} error={error} optional={optional === true}>
      <Input
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        {...rest}
        {...control}
        aria-required={!optional}
        className={className}
      />
    </FieldFrame>
  );
}
