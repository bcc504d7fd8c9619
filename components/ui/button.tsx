"use client";

import type { ComponentProps } from "react";
import { type ButtonVariant, buttonClass } from "@/components/ui/button-class";
import { cn } from "@/components/ui/cn";
import { Spinner } from "@/components/ui/spinner";

type ButtonProps = ComponentProps<"button"> & {
  variant?: ButtonVariant;
  /** Work is under way: keeps the width, shows progress, and a second press does nothing. */
  pending?: boolean;
};

/** A button; `type` is "button" unless said otherwise. */
export function Button({
  variant = "primary",
  pending = false,
  className,
  children,
  onClick,
  type = "button",
  ...rest
}: ButtonProps) {
  return (
    <button
      {...rest}
      type={type}
      aria-busy={pending || undefined}
      aria-disabled={pending || undefined}
      className={buttonClass(variant, className)}
      onClick={(event) => {
        // Not `disabled`: the button keeps focus while it works.
        if (pending) event.preventDefault();
        else onClick?.(event);
      }}
    >
      <span className={cn("inline-flex items-center gap-2", pending && "opacity-0")}>
        {children}
      </span>
      {pending && (
        <span className="absolute inset-0 grid place-items-center">
          <Spinner className="size-5" />
        </span>
      )}
    </button>
  );
}
