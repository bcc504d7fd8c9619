"use client";

import { useEffect } from "react";
import { errorOf, useActionFormContext } from "@/components/form/action-form-context";
import { FieldError, FieldHint } from "@/components/form/field-frame";
import { Checkbox } from "@/components/ui/checkbox";
import { useHydrated } from "@/components/ui/use-hydrated";

type CheckboxGroupFieldProps = {
  name: string;
  label: string;
  options: readonly { value: string; label: string; description?: string }[];
  hint?: string;
};

/** Any number of choices out of a list, all of them in sight. */
export function CheckboxGroupField({ name, label, options, hint }: CheckboxGroupFieldProps) {
  const { form, fieldId, noteField } = useActionFormContext();
  const hydrated = useHydrated();
  const id = fieldId(name);
  const error = errorOf(form.formState.errors, name);
  useEffect(() => noteField(name, { label, kind: "choice" }), [name, label, noteField]);
  return (
    <fieldset
      className="min-w-0"
      aria-describedby={[hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ")}
    >
      <legend className="mb-2 font-semibold">{label}</legend>
      <FieldHint id={id}>{hint}</FieldHint>
      <ul className="mt-2 grid gap-2">
        {options.map((option, index) => (
          <li key={option.value} className="flex min-h-11 items-start gap-3 py-2">
            <Checkbox
              {...form.register(name)}
              // The summary's link leads to the first choice.
              id={index === 0 ? id : `${id}-${index}`}
              value={option.value}
              disabled={!hydrated}
              aria-describedby={option.description ? `${id}-${index}-about` : undefined}
            />
            <div className="min-w-0 flex-1">
              <label htmlFor={index === 0 ? id : `${id}-${index}`}>{option.label}</label>
              {option.description && (
                <div id={`${id}-${index}-about`} className="text-muted text-sm">
                  {option.description}
                </div>
              )}
            </div>
          </li>
        ))}
      </ul>
      <FieldError id={id}>{error}</FieldError>
    </fieldset>
  );
}
