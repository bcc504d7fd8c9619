import { CircleAlert, CircleCheck, Info, TriangleAlert } from "lucide-react";
import type { ComponentProps, ReactNode } from "react";
import { cn } from "@/components/ui/cn";

type Tone = "info" | "success" | "warning" | "danger";

const TONES = {
  info: { icon: Info, box: "border-accent bg-accent-soft", mark: "text-accent" },
  success: { icon: CircleCheck, box: "border-success bg-success-soft", mark: "text-success" },
  warning: { icon: TriangleAlert, box: "border-warning bg-warning-soft", mark: "text-warning" },
  danger: { icon: CircleAlert, box: "border-danger bg-danger-soft", mark: "text-danger" },
} as const;

type AlertProps = Omit<ComponentProps<"div">, "title"> & {
  tone?: Tone;
  title?: ReactNode;
  children?: ReactNode;
};

/** A notice in the page: icon, what happened, what to do. Give `role` when it appears later and should be read out. */
export function Alert({ tone = "info", title, children, className, ...rest }: AlertProps) {
  const { icon: Icon, box, mark } = TONES[tone];
  return (
    <div
      {...rest}
      className={cn("flex gap-3 rounded-md border border-l-4 px-4 py-3 text-ink", box, className)}
    >
      <Icon aria-hidden="true" className={cn("mt-0.5 size-5 shrink-0", mark)} />
      <div className="min-w-0 flex-1">
        {title && <p className="font-semibold">{title}</p>}
        {children}
      </div>
    </div>
  );
}
