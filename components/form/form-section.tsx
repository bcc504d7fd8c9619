import { type ReactNode, useId } from "react";
import { cn } from "@/components/ui/cn";

type FormSectionProps = {
  title: string;
  hint?: ReactNode;
  /** Lists take the whole width; fields stay narrow enough to be read down. */
  wide?: boolean;
  children: ReactNode;
};

/** A part of a longer form, under its own heading. */
export function FormSection({ title, hint, wide = false, children }: FormSectionProps) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="grid gap-5 border-line border-t pt-6">
      <div>
        <h2 id={id} className="text-lg">
          {title}
        </h2>
        {hint && <p className="mt-1 text-muted">{hint}</p>}
      </div>
      <div className={cn("grid min-w-0 gap-5", !wide && "max-w-110")}>{children}</div>
    </section>
  );
}
