"use client";

import { useRouter } from "next/navigation";
import { type ReactNode, useState, useTransition } from "react";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import type { ButtonVariant } from "@/components/ui/button-class";
import { Dialog } from "@/components/ui/dialog";
import { useHydrated } from "@/components/ui/use-hydrated";
import type { Problem, Result } from "@/lib/domain/result";
import { messageOf } from "@/lib/messages";
import { useReport } from "./action-report";

/** A button of a row, and what is asked before and said after. */
export type RowButton = {
  action: string;
  label: string;
  /** Said once it is done. */
  done: string;
  variant?: ButtonVariant;
  /** Not to be undone: the dialog's button warns. */
  final?: true;
  /** Why it cannot be pressed now, said beside it. */
  disabled?: string;
  /** Consequences to confirm first; without it the button acts at once. */
  confirm?: { title: string; consequences: readonly string[]; label: string };
};

type RelationButtonsProps = {
  buttons: readonly RowButton[];
  /** Id of the element that says whose row it is; screen readers read it after the name. */
  describedBy: string;
  /** Sent with the action, e.g. the relation. */
  fields: Record<string, string | number>;
  act: (input: unknown) => Promise<Result<unknown>>;
  /** Further buttons of the row, before these. */
  children?: ReactNode;
};

/** The buttons of one row; a refusal is said below them. */
export function RelationButtons({
  buttons,
  describedBy,
  fields,
  act,
  children,
}: RelationButtonsProps) {
  const router = useRouter();
  const hydrated = useHydrated();
  const report = useReport();
  const [asking, setAsking] = useState<RowButton | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [running, setRunning] = useState<string | null>(null);
  const [pending, start] = useTransition();

  function run({ action, done }: RowButton) {
    setRunning(action);
    start(async () => {
      const result = await act({ ...fields, action }).catch(() => ({
        ok: false as const,
        problems: [{ code: "NETWORK" }],
      }));
      if (!result.ok) return setProblem(result.problems[0] ?? { code: "UNEXPECTED" });
      setAsking(null);
      report(done);
      router.refresh();
    });
  }

  function press(button: RowButton) {
    if (pending) return;
    setProblem(null);
    if (button.confirm) setAsking(button);
    else run(button);
  }

  const { confirm } = asking ?? {};
  return (
    <>
      <div className="flex flex-wrap gap-2">
        {children}
        {buttons.map((button) => (
          <Button
            key={button.action}
            variant={button.variant ?? "secondary"}
            aria-describedby={
              button.disabled ? `${describedBy} ${describedBy}-${button.action}` : describedBy
            }
            disabled={!hydrated || button.disabled !== undefined}
            pending={pending && running === button.action && !asking}
            onClick={() => press(button)}
          >
            {button.label}
          </Button>
        ))}
      </div>
      {buttons.map(
        ({ action, disabled }) =>
          disabled && (
            <p
              key={action}
              id={`${describedBy}-${action}`}
              className="mt-2 max-w-80 text-muted text-sm"
            >
              {disabled}
            </p>
          ),
      )}
      {problem && !asking && (
        <p role="alert" className="mt-2 text-danger text-sm">
          {messageOf(problem)}
        </p>
      )}
      <Dialog open={asking !== null} onClose={() => setAsking(null)} title={confirm?.title}>
        <ul className="list-disc space-y-1 pl-5">
          {confirm?.consequences.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
        {problem && (
          <Alert tone="danger" role="alert" title={messageOf(problem)} className="mt-4" />
        )}
        <div className="mt-6 flex flex-wrap gap-3">
          <Button
            variant={asking?.final ? "danger" : "primary"}
            pending={pending}
            onClick={() => asking && run(asking)}
          >
            {confirm?.label}
          </Button>
          <Button variant="secondary" onClick={() => setAsking(null)}>
            取消
          </Button>
        </div>
      </Dialog>
    </>
  );
}
