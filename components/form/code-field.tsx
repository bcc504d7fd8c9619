"use client";

import { TextField, type TextFieldProps } from "@/components/form/text-field";

/** One box for a code sent by SMS; spaces and full-width digits are accepted and read by the schema. */
export function CodeField(props: Pick<TextFieldProps, "name" | "label" | "hint">) {
  return (
    <TextField
      {...props}
      inputMode="numeric"
      autoComplete="one-time-code"
      className="max-w-48 tracking-[0.2em] tabular-nums"
    />
  );
}
