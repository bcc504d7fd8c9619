import { cn } from "@/components/ui/cn";

export type ButtonVariant = "primary" | "secondary" | "ghost" | "danger";

const VARIANTS: Record<ButtonVariant, string> = {
  primary: "border-transparent bg-accent text-accent-ink hover:bg-accent-strong",
  secondary: "border-line-strong bg-raised text-ink hover:border-accent hover:bg-accent-soft",
  ghost: "border-transparent text-accent hover:bg-accent-soft",
  danger: "border-transparent bg-danger text-raised hover:brightness-90",
};

/** The look of a button, for buttons and for links that act like one. */
export function buttonClass(variant: ButtonVariant = "primary", className?: string): string {
  return cn(
    "relative inline-flex min-h-11 select-none items-center justify-center gap-2 rounded-md border px-4 py-2 text-center font-semibold transition-colors",
    "disabled:not-data-waiting:cursor-not-allowed disabled:not-data-waiting:opacity-60",
    VARIANTS[variant],
    className,
  );
}
