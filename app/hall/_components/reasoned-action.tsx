"use client";

import { useRouter } from "next/navigation";
import { type ReactNode, useState } from "react";
import type { z } from "zod";
import { ActionForm } from "@/components/form/action-form";
import { SubmitButton } from "@/components/form/submit-button";
import { useActionForm } from "@/components/form/use-action-form";
import { Button } from "@/components/ui/button";
import type { ButtonVariant } from "@/components/ui/button-class";
import { Dialog } from "@/components/ui/dialog";
import { useHydrated } from "@/components/ui/use-hydrated";
import type { Result } from "@/lib/domain/result";
import { ReasonField } from "./reason-field";

type ReasonedActionProps<Value> = {
  /** The button, and the verb in the dialog's title. */
  label: string;
  /** What it is about, for screen readers and the dialog's title, e.g. a name. */
  subject: string;
  /** What will happen (后果). */
  children: ReactNode;
  schema: z.ZodType<unknown, Record<string, unknown>>;
  /** Everything the action needs but the reason. */
  values: Record<string, unknown>;
  action: (input: unknown) => Promise<Result<Value>>;
  /** What to do with the answer. */
  onSuccess?: (value: Value) => void;
  variant?: ButtonVariant;
};

/** A button of the hall that asks for 办理事由 and tells what will happen before it does anything (T1). */
export function ReasonedAction<Value>(props: ReasonedActionProps<Value>) {
  const { label, subject, variant = "secondary" } = props;
  const [open, setOpen] = useState(false);
  const hydrated = useHydrated();
  const close = () => setOpen(false);
  return (
    <>
      <Button
        // The colour of danger is for the press that does it.
        variant={variant === "danger" ? "secondary" : variant}
        disabled={!hydrated}
        aria-label={`${label} ${subject}`}
        onClick={() => setOpen(true)}
      >
        {label}
      </Button>
      <Dialog open={open} onClose={close} title={`${label}：${subject}`}>
        <ReasonedForm {...props} onDone={close} />
      </Dialog>
    </>
  );
}

function ReasonedForm<Value>({
  label,
  children,
  schema,
  values,
  action,
  variant,
  onSuccess,
  onDone,
}: ReasonedActionProps<Value> & { onDone: () => void }) {
  const router = useRouter();
  const handle = useActionForm<Record<string, unknown>, Value>({
    schema,
    defaultValues: { ...values, reason: "" },
    action,
    onSuccess: (value) => {
      onDone();
      onSuccess?.(value);
      router.refresh();
    },
  });
  return (
    <ActionForm handle={handle} label={label}>
      <div>{children}</div>
      <ReasonField />
      <SubmitButton variant={variant === "danger" ? "danger" : undefined}>提交</SubmitButton>
    </ActionForm>
  );
}
