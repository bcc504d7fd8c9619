"use client";

import type { ReactNode } from "react";
import { useFormStatus } from "react-dom";
import { Button } from "@/components/ui/button";

type RowButtonProps = {
  name: string;
  /** Which row it is of. */
  value: string;
  /** Id of the element that says what it acts on; screen readers read it after the name. */
  describedBy: string;
  children: ReactNode;
};

/** A button of one row in a form around the whole table: only its own row is shown as under way. */
export function RowButton({ name, value, describedBy, children }: RowButtonProps) {
  const { pending, data } = useFormStatus();
  return (
    <Button
      type="submit"
      variant="secondary"
      name={name}
      value={value}
      aria-describedby={describedBy}
      className="whitespace-nowrap"
      pending={pending && data.get(name) === value}
    >
      {children}
    </Button>
  );
}
