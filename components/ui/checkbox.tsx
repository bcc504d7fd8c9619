import { Check } from "lucide-react";
import type { ComponentProps } from "react";
import { cn } from "@/components/ui/cn";

/** The browser's own checkbox, drawn in the portal's look. */
export function Checkbox({ className, ...rest }: Omit<ComponentProps<"input">, "type">) {
  return (
    <span className={cn("relative inline-grid size-6 shrink-0 place-items-center", className)}>
      <input
        {...rest}
        type="checkbox"
        className="peer absolute inset-0 size-6 appearance-none rounded-sm border border-line-strong bg-raised checked:border-accent checked:bg-accent hover:border-ink aria-invalid:border-2 aria-invalid:border-danger forced-colors:appearance-auto"
      />
      <Check
        aria-hidden="true"
        strokeWidth={3}
        className="pointer-events-none relative hidden size-4 text-accent-ink peer-checked:block forced-colors:hidden"
      />
    </span>
  );
}
