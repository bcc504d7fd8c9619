import type { ComponentProps } from "react";
import { useTexts } from "#use-texts";
import { cn } from "@/components/ui/cn";

type LabelProps = ComponentProps<"label"> & { htmlFor: string; optional?: boolean };

/** A label above its control. 「选填」 stands beside the label, not in it: the control's name is the label's text alone. */
export function Label({ className, children, htmlFor, optional = false, ...rest }: LabelProps) {
  const t = useTexts();
  return (
    <span className="flex items-baseline justify-between gap-2">
      <label {...rest} htmlFor={htmlFor} className={cn("font-semibold text-ink", className)}>
        {children}
      </label>
      {optional && <span className="shrink-0 text-muted text-sm">{t("选填")}</span>}
    </span>
  );
}
