import type { ReactNode } from "react";

type PageHeadingProps = {
  title: ReactNode;
  /** What one does here, in a sentence. */
  children?: ReactNode;
  actions?: ReactNode;
};

/** The page's h1. */
export function PageHeading({ title, children, actions }: PageHeadingProps) {
  return (
    <div className="mb-6 flex flex-wrap items-start justify-between gap-4">
      <div className="min-w-0">
        <h1 className="text-xl sm:text-2xl">{title}</h1>
        {children && <div className="mt-2 text-muted">{children}</div>}
      </div>
      {actions && <div className="no-print flex flex-wrap gap-3">{actions}</div>}
    </div>
  );
}
