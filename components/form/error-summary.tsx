"use client";

import { type ReactNode, useLayoutEffect, useRef } from "react";
import { useTexts } from "#use-texts";
import { errorOf, useActionFormContext } from "@/components/form/action-form-context";
import { Alert } from "@/components/ui/alert";
import type { Problem } from "@/lib/domain/result";

/**
 * What keeps the form from going on, at its top: each problem with a link to its field, read out and focused after a failed
 * attempt. A field that was mended leaves the list.
 */
export function ErrorSummary({ help }: { help?: (problem: Problem) => ReactNode }) {
  const t = useTexts();
  const { form, problems, attempt, fieldId, noteOf } = useActionFormContext();
  const box = useRef<HTMLDivElement>(null);
  const { errors } = form.formState;

  useLayoutEffect(() => {
    if (attempt > 0) box.current?.focus();
  }, [attempt]);

  const open = problems.filter(
    ({ problem: { field } }) => !field || !noteOf(field) || errorOf(errors, field) !== undefined,
  );
  if (open.length === 0) return null;

  return (
    <Alert
      ref={box}
      role="alert"
      tabIndex={-1}
      tone="danger"
      title={open.some(({ problem }) => problem.field) ? t("请检查以下内容") : t("操作未完成")}
      className="mb-6"
    >
      <ul className="mt-1 grid gap-1">
        {open.map(({ problem, text }) => {
          const note = problem.field ? noteOf(problem.field) : undefined;
          return (
            <li key={`${problem.field} ${problem.code}`}>
              {problem.field && note ? (
                <>
                  {note.kind !== "tick" &&
                    !text.toLowerCase().includes(note.label.toLowerCase()) && (
                      <span>{t("{label}：", { label: note.label })}</span>
                    )}
                  <a
                    href={`#${fieldId(problem.field)}`}
                    className="link"
                    onClick={(event) => {
                      event.preventDefault();
                      document.getElementById(fieldId(problem.field ?? ""))?.focus();
                    }}
                  >
                    {text}
                  </a>
                </>
              ) : (
                <span>{text}</span>
              )}
              {help && <div className="text-sm">{help(problem)}</div>}
            </li>
          );
        })}
      </ul>
    </Alert>
  );
}
