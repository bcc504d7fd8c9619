"use client";

import { createContext, useContext } from "react";
import { type FieldErrors, type FieldValues, get, type UseFormReturn } from "react-hook-form";
import type { HumanCheckHandle } from "@/components/form/use-human-check";
import type { Problem } from "@/lib/domain/result";

/** A problem as the summary lists it. */
export type ShownProblem = { problem: Problem; text: string };

/** What a form's problems need to know of a field. */
export type FieldNote = {
  label: string;
  /** Typed (请填写…), chosen (请选择…), or ticked: a box's label is a sentence and does not introduce its problem. */
  kind: "text" | "choice" | "tick";
};

/** Everything the fields of one form share; made by `useActionForm`. */
export type ActionFormHandle<Values extends FieldValues = FieldValues> = {
  form: UseFormReturn<Values>;
  onSubmit: (event?: { preventDefault?: () => void }) => Promise<void>;
  /** Fetches what is needed once somebody uses the form. */
  prepare: () => void;
  /** Sending, or on the way to the next page. */
  pending: boolean;
  /** Of the last attempt, in the order of the fields. */
  problems: readonly ShownProblem[];
  /** Counts failed attempts: each moves focus to the summary. */
  attempt: number;
  humanCheck: HumanCheckHandle;
  fieldId: (name: string) => string;
  noteField: (name: string, note: FieldNote) => void;
  noteOf: (name: string) => FieldNote | undefined;
};

export const ActionFormContext = createContext<ActionFormHandle | null>(null);

/** The text of a field's error, if it has one. */
export function errorOf(errors: FieldErrors, name: string): string | undefined {
  const error: { message?: string } | undefined = get(errors, name);
  return error?.message;
}

/** The form a field stands in. @throws Error outside an ActionForm */
export function useActionFormContext(): ActionFormHandle {
  const handle = useContext(ActionFormContext);
  if (!handle) throw new Error("A form field needs an ActionForm around it.");
  return handle;
}
