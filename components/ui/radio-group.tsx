import type { ComponentProps, ReactNode } from "react";
import { cn } from "@/components/ui/cn";

type RadioGroupProps = Omit<ComponentProps<"fieldset">, "children"> & {
  legend: ReactNode;
  hideLegend?: boolean;
  children: ReactNode;
};

/** Native radios under one legend. */
export function RadioGroup({ legend, hideLegend, className, children, ...rest }: RadioGroupProps) {
  return (
    <fieldset {...rest} className={cn("min-w-0", className)}>
      <legend className={cn("mb-2 font-semibold", hideLegend && "sr-only")}>{legend}</legend>
      <div className="grid gap-2">{children}</div>
    </fieldset>
  );
}

type RadioProps = Omit<ComponentProps<"input">, "type" | "children"> & {
  label: ReactNode;
  /** A second line; read as description, not as part of the name. */
  description?: ReactNode;
  /** Draws the choice as a card. */
  card?: boolean;
  id: string;
};

/** One choice; its accessible name is the label alone. */
export function Radio({ label, description, card = false, className, id, ...rest }: RadioProps) {
  return (
    <div
      className={cn(
        "relative flex min-h-11 items-start gap-3 py-2",
        card &&
          "rounded-md border border-line-strong bg-raised px-4 py-3 hover:border-accent has-checked:border-accent has-checked:bg-accent-soft has-checked:ring-1 has-checked:ring-accent has-disabled:opacity-60",
        className,
      )}
    >
      <input
        {...rest}
        id={id}
        type="radio"
        aria-describedby={description ? `${id}-description` : rest["aria-describedby"]}
        className="relative z-10 mt-0.5 grid size-6 shrink-0 appearance-none place-items-center rounded-full border border-line-strong bg-raised before:size-3 before:scale-0 before:rounded-full before:bg-accent before:content-[''] checked:border-2 checked:border-accent checked:before:scale-100 hover:border-ink forced-colors:appearance-auto"
      />
      <div className="min-w-0 flex-1">
        <label htmlFor={id} className={cn("block", card && "after:absolute after:inset-0")}>
          {label}
        </label>
        {description && (
          <div id={`${id}-description`} className="text-muted text-sm">
            {description}
          </div>
        )}
      </div>
    </div>
  );
}
