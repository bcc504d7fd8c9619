"use client";

import type { ReactNode } from "react";
import { useActionFormContext } from "@/components/form/action-form-context";
import { Button } from "@/components/ui/button";
import type { ButtonVariant } from "@/components/ui/button-class";
import { useHydrated } from "@/components/ui/use-hydrated";

/** Sends the form it stands in; inert until the page can send it. */
export function SubmitButton({
  children,
  variant,
  className,
}: {
  children: ReactNode;
  variant?: ButtonVariant;
  className?: string;
}) {
  const { pending } = useActionFormContext();
  const hydrated = useHydrated();
  return (
    <Button
      type="submit"
      variant={variant}
      pending={pending}
      disabled={!hydrated}
      data-waiting={hydrated ? undefined : ""}
      className={className}
    >
      {children}
    </Button>
  );
}
