import { cn } from "@/components/ui/cn";

/** The portal's own mark: a doorway over a ledger's lines. Not a state emblem. */
export function Mark({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 40 40" aria-hidden="true" className={cn("size-9 shrink-0", className)}>
      <rect width="40" height="40" rx="9" className="fill-accent" />
      <path
        d="M11 30V19a9 9 0 0 1 18 0v11"
        className="fill-none stroke-accent-ink"
        strokeWidth="3"
        strokeLinecap="round"
      />
      <path
        d="M17 20h6M17 25h6M7 30h26"
        className="fill-none stroke-accent-ink"
        strokeWidth="3"
        strokeLinecap="round"
      />
    </svg>
  );
}
