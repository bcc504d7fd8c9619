import { cn } from "@/components/ui/cn";

/** The row of tabs. */
export function tabListClass(className?: string): string {
  return cn("flex flex-wrap border-line border-b", className);
}

/** One tab; the open one is marked by weight and a bar, not by colour alone. */
export function tabClass(open: boolean): string {
  return cn(
    "-mb-px flex min-h-11 min-w-0 flex-auto items-center justify-center border-b-3 px-1 py-2 text-center transition-colors focus-visible:z-10",
    open
      ? "border-accent font-semibold text-accent"
      : "border-transparent text-muted hover:border-line-strong hover:text-ink",
  );
}
