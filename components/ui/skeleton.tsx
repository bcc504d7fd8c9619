import { cn } from "@/components/ui/cn";

/** A grey block where content will be; fades in after 300 ms so that quick pages do not flicker. */
export function Skeleton({ className }: { className?: string }) {
  return (
    <span
      aria-hidden="true"
      className={cn("skeleton block min-h-4 rounded-sm bg-line", className)}
    />
  );
}
