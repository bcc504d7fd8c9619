import { __iconData as inbox } from "lucide-react/icons/inbox";
import type { ReactNode } from "react";
import { Icon } from "@/components/ui/icon";

/** Nothing here yet: what will stand here, and the next action. */
export function EmptyState({
  title,
  children,
  action,
}: {
  title: string;
  children?: ReactNode;
  action?: ReactNode;
}) {
  return (
    <div className="grid justify-items-center gap-2 rounded-md border border-line border-dashed px-4 py-8 text-center">
      <Icon of={inbox} className="size-8 text-line-strong" />
      <p className="font-semibold">{title}</p>
      {children && <div className="max-w-prose text-muted text-sm">{children}</div>}
      {action && <div className="mt-2">{action}</div>}
    </div>
  );
}
