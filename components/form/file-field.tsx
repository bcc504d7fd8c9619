"use client";

import { useEffect, useRef } from "react";
import { errorOf, useActionFormContext } from "@/components/form/action-form-context";
import { FieldFrame } from "@/components/form/field-frame";
import { controlClass } from "@/components/ui/control-class";

type FileFieldProps = {
  name: string;
  label: string;
  hint?: string;
  /** Kinds of file the chooser offers first, e.g. ".p12,.pfx". */
  accept?: string;
};

/** Chooses one file; the form's value is the file itself. */
export function FileField({ name, label, hint, accept }: FileFieldProps) {
  const { form, fieldId, noteField } = useActionFormContext();
  const input = useRef<HTMLInputElement>(null);
  const id = fieldId(name);
  const error = errorOf(form.formState.errors, name);
  const { register, setValue } = form;

  useEffect(() => {
    noteField(name, { label, kind: "choice" });
    register(name);
    // Chosen before the page was ready.
    const chosen = input.current?.files?.[0];
    if (chosen) setValue(name, chosen);
  }, [name, label, noteField, register, setValue]);

  return (
    <FieldFrame id={id} label={label} hint={hint} error={error}>
      <input
        ref={input}
        id={id}
        type="file"
        accept={accept}
        required
        aria-invalid={error ? true : undefined}
        aria-describedby={
          [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ") || undefined
        }
        onChange={(event) =>
          setValue(name, event.target.files?.[0], { shouldValidate: Boolean(error) })
        }
        className={controlClass(
          "file:mr-3 file:rounded-sm file:border file:border-line-strong file:bg-surface file:px-3 file:py-1 file:text-ink",
        )}
      />
    </FieldFrame>
  );
}
