"use client";

import { CircleCheck } from "lucide-react";
import { useEffect, useMemo } from "react";
import { useTexts } from "#use-texts";
import { errorOf, useActionFormContext } from "@/components/form/action-form-context";
import { FieldError } from "@/components/form/field-frame";
import { useLateProblemText } from "@/components/texts/use-late-problem-text";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Spinner } from "@/components/ui/spinner";
import { useHydrated } from "@/components/ui/use-hydrated";

const NAME = "humanCheck";

/** 人机验证: a box to tick, and a proof of work that runs behind it. No pictures, no third party. */
export function HumanCheck() {
  const t = useTexts();
  const { form, humanCheck, fieldId, noteField } = useActionFormContext();
  const { ticked, state, setTicked, start } = humanCheck;
  const hydrated = useHydrated();
  const label = t("人机验证");
  const id = fieldId(NAME);
  const unavailable = state === "HUMAN_CHECK_UNAVAILABLE" || state === "HUMAN_CHECK_INSECURE";
  const problem = useMemo(
    () => (ticked && unavailable ? { code: state } : null),
    [ticked, unavailable, state],
  );
  const failure = useLateProblemText(problem);
  const error = errorOf(form.formState.errors, NAME) ?? failure ?? undefined;

  useEffect(() => noteField(NAME, { label, kind: "tick" }), [noteField, label]);

  return (
    <div className="grid gap-1.5">
      <div className="flex min-h-11 items-center gap-3 rounded-md border border-line bg-surface px-3 py-2">
        <Checkbox
          id={id}
          checked={ticked}
          disabled={!hydrated}
          onChange={(event) => {
            setTicked(event.target.checked);
            form.clearErrors(NAME);
          }}
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? `${id}-status ${id}-error` : `${id}-status`}
          aria-required
        />
        <label htmlFor={id} className="flex-1">
          {label}
        </label>
        <span
          id={`${id}-status`}
          role="status"
          className="flex items-center gap-2 text-muted text-sm"
        >
          {ticked && state === "working" && (
            <>
              <Spinner />
              {t("验证中…")}
            </>
          )}
          {ticked && state === "ready" && (
            <>
              <CircleCheck aria-hidden="true" className="size-4 text-success" />
              {t("已就绪")}
            </>
          )}
        </span>
      </div>
      <FieldError id={id}>{error}</FieldError>
      {ticked && state === "HUMAN_CHECK_UNAVAILABLE" && (
        <Button variant="secondary" onClick={start} className="justify-self-start">
          {t("重新验证")}
        </Button>
      )}
    </div>
  );
}
