"use client";

import { Search } from "lucide-react";
import { type ComponentProps, useId } from "react";
import { Input } from "@/components/ui/input";

/** A box that narrows a list; role searchbox, named by its label. */
export function SearchField({
  label,
  hideLabel = false,
  hint,
  className,
  ...rest
}: Omit<ComponentProps<"input">, "type" | "id"> & {
  label: string;
  hideLabel?: boolean;
  hint?: string;
}) {
  const id = useId();
  return (
    <div className={className}>
      <label htmlFor={id} className={hideLabel ? "sr-only" : "mb-1 block font-semibold"}>
        {label}
      </label>
      {hint && (
        <p id={`${id}-hint`} className="mb-1 text-muted text-sm">
          {hint}
        </p>
      )}
      <span className="relative block">
        <Search
          aria-hidden="true"
          className="pointer-events-none absolute top-1/2 left-3 size-5 -translate-y-1/2 text-muted"
        />
        <Input
          {...rest}
          id={id}
          type="search"
          autoComplete="off"
          aria-describedby={hint ? `${id}-hint` : undefined}
          className="pl-10"
        />
      </span>
    </div>
  );
}
