"use client";

import { useEffect } from "react";
import {
  errorOf,
  type FieldNote,
  useActionFormContext,
} from "@/components/form/action-form-context";

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** Ties a control to its form: name, state, ids of hint and error. `hint` tells whether a hint is shown. */
export function useField(name: string, note: FieldNote, hint: boolean) {
  const { form, fieldId, noteField } = useActionFormContext();
  const { ref, ...registered } = form.register(name);
  const error = errorOf(form.formState.errors, name);
  const id = fieldId(name);
  const { label, kind } = note;
  useEffect(() => noteField(name, { label, kind }), [name, label, kind, noteField]);

  return {
    id,
    error,
    control: {
      ...registered,
      id,
      ref: (element: Control | null) => {
        const typed = element && stateOf(element);
        ref(element);
        // What was typed before the page was ready is kept; registering would reset it to the default.
        if (element && typed && stateOf(element) !== typed) form.setValue(name, typed);
      },
      "aria-invalid": error ? (true as const) : undefined,
      "aria-describedby": describedBy(id, hint, Boolean(error)),
    },
  };
}

function stateOf(element: Control): string | boolean {
  return element instanceof HTMLInputElement && element.type === "checkbox"
    ? element.checked
    : element.value;
}

function describedBy(id: string, hint: boolean, error: boolean): string | undefined {
  const ids = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean);
  return ids.length > 0 ? ids.join(" ") : undefined;
}
