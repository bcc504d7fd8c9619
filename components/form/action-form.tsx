"use client";

import type { ReactNode } from "react";
import type { FieldValues } from "react-hook-form";
import { ActionFormContext, type ActionFormHandle } from "@/components/form/action-form-context";
import { ErrorSummary } from "@/components/form/error-summary";
import { cn } from "@/components/ui/cn";
import type { Problem } from "@/lib/domain/result";

type ActionFormProps<Values extends FieldValues> = {
  handle: ActionFormHandle<Values>;
  children: ReactNode;
  /** What to do about a problem, shown under its sentence in the summary: a link, a step. */
  help?: (problem: Problem) => ReactNode;
  /** Names the form for screen readers. */
  label?: string;
  className?: string;
};

/** A form with its error summary. Its method is post, so that a press before the page is ready never puts values into the address. */
export function ActionForm<Values extends FieldValues>({
  handle,
  children,
  help,
  label,
  className,
}: ActionFormProps<Values>) {
  return (
    // Fields know their form by name only, so the handle's value type stops here.
    <ActionFormContext value={handle as unknown as ActionFormHandle}>
      <form
        noValidate
        method="post"
        aria-label={label}
        onFocus={handle.prepare}
        onSubmit={handle.onSubmit}
        className={cn("min-w-0", className)}
      >
        <ErrorSummary help={help} />
        <div className="grid gap-5">{children}</div>
      </form>
    </ActionFormContext>
  );
}
