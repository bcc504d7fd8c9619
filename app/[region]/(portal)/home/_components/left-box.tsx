import type { ReactNode } from "react";

type LeftBoxProps = { code: string; title: string; action?: ReactNode; children: ReactNode };

/** One of the boxes at the left: 常用功能, 套餐业务, 特色业务. */
export function LeftBox({ code, title, action, children }: LeftBoxProps) {
  return (
    <section
      aria-labelledby={code}
      className="no-print min-w-0 rounded-lg border border-line bg-raised px-2 py-3 shadow-raised"
    >
      <div className="flex min-h-11 items-center justify-between gap-2 px-2">
        <h2 id={code} className="text-base">
          {title}
        </h2>
        {action}
      </div>
      {children}
    </section>
  );
}

/** The lines of such a box: two beside each other where it is wide. */
export function BoxList({ children }: { children: ReactNode }) {
  return <ul className="grid sm:grid-cols-2 lg:grid-cols-1">{children}</ul>;
}
