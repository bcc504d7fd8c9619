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

type ConfirmButtonProps = {
  /** The verb, e.g. 终止. */
  label: string;
  variant?: ButtonVariant;
  /** Read after the verb: what it is done to. */
  describedBy?: string;
  /** Title of the question, and what follows from it. */
  title: string;
  children: ReactNode;
  /** The verb once more, on the button that does it. */
  confirm: string;
  run: () => Promise<Result<unknown>>;
};

/** A button whose act has consequences: they are listed before it is done. Goes where the answer leads, else renews the page. */
export function ConfirmButton(props: ConfirmButtonProps) {
  const { label, variant = "secondary", describedBy, title, children, confirm, run } = props;
  const router = useRouter();
  const hydrated = useHydrated();
  const [open, setOpen] = useState(false);
  const [problems, setProblems] = useState<Problem[]>([]);
  const [pending, start] = useTransition();

  function act() {
    start(async () => {
      const result = await run().catch(() => ({
        ok: false as const,
        problems: [{ code: "NETWORK" }],
      }));
      if (!result.ok) return setProblems(result.problems);
      setOpen(false);
      const { value } = result;
      if (typeof value === "object" && value !== null && "to" in value) {
        router.push(String(value.to));
      } else router.refresh();
    });
  }

  return (
    <>
      <Button
        variant={variant}
        disabled={!hydrated}
        aria-describedby={describedBy}
        onClick={() => {
          setProblems([]);
          setOpen(true);
        }}
      >
        {label}
      </Button>
      <Dialog open={open} onClose={() => setOpen(false)} title={title}>
        {children}
        {problems.length > 0 && (
          <Alert tone="danger" role="alert" title="操作未完成" className="mt-4">
            {problems.map((problem) => (
              <p key={problem.code}>{messageOf(problem)}</p>
            ))}
          </Alert>
        )}
        <div className="mt-6 flex flex-wrap gap-3">
          <Button
            variant={variant === "secondary" ? "danger" : variant}
            pending={pending}
            onClick={act}
          >
            {confirm}
          </Button>
          <Button variant="secondary" onClick={() => setOpen(false)}>
            取消
          </Button>
        </div>
      </Dialog>
    </>
  );
}
