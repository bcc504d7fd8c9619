import type { ReactNode } from "react";

/** Forms of 我要办税: one column. */
export default function TaxLayout({ children }: { children: ReactNode }) {
  return <div className="mx-auto w-full max-w-4xl px-4 py-6 sm:px-6 sm:py-8">{children}</div>;
}
