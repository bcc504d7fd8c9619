import type { ComponentProps } from "react";
import { controlClass } from "@/components/ui/control-class";

/** A one-line text box. */
export function Input({ className, type = "text", ...rest }: ComponentProps<"input">) {
  return <input {...rest} type={type} className={controlClass(className)} />;
}
