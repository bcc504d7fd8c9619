import { cn } from "@/components/ui/cn";

/** Edge, height and states shared by text boxes and selects. 16 px text keeps phones from zooming in. */
export function controlClass(className?: string): string {
  return cn(
    "block min-h-11 w-full min-w-0 rounded-md border border-line-strong bg-raised px-3 py-2 text-base text-ink placeholder:text-muted",
    "hover:border-ink aria-invalid:border-2 aria-invalid:border-danger",
    "disabled:cursor-not-allowed disabled:bg-surface disabled:text-muted",
    className,
  );
}
