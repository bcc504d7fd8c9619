import type { ComponentProps } from "react";
import { cn } from "@/components/ui/cn";

/** A raised sheet. */
export function Card({ className, ...rest }: ComponentProps<"div">) {
  return (
    <div
      {...rest}
      className={cn("rounded-lg border border-line bg-raised p-4 shadow-raised sm:p-6", className)}
    />
  );
}
