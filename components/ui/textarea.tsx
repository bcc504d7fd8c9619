import type { ComponentProps } from "react";
import { controlClass } from "@/components/ui/control-class";

/** A text box of several lines. */
export function Textarea({ className, rows = 4, ...rest }: ComponentProps<"textarea">) {
  return <textarea {...rest} rows={rows} className={controlClass(className)} />;
}
