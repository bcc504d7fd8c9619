import type { ReactNode } from "react";

/** Pages a business system leads to (单点登录); each guards itself. */
export default function SsoLayout({ children }: { children: ReactNode }) {
  return <div className="mx-auto w-full max-w-3xl px-4 py-6 sm:px-6 sm:py-8">{children}</div>;
}
