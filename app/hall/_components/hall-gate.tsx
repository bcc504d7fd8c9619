import type { ReactNode } from "react";
import { SkipLink } from "@/components/layout/skip-link";
import { Alert } from "@/components/ui/alert";
import { Card } from "@/components/ui/card";
import { messageOf } from "@/lib/messages";
import { HallHeader } from "./hall-header";

/** What the address may say of how one came to the login. */
const REASONS: Record<string, "info" | "success" | "warning"> = {
  SIGNED_OUT: "info",
  SIGNED_OUT_BY_YOU: "success",
  SESSION_ENDED: "warning",
  FLOW_EXPIRED: "warning",
  OFFICER_PASSWORD_SET: "success",
};

type HallGateProps = { title: string; reason?: string | string[]; children: ReactNode };

/** A page of the hall for officers who are not signed in. */
export function HallGate({ title, reason, children }: HallGateProps) {
  const code = typeof reason === "string" && Object.hasOwn(REASONS, reason) ? reason : null;
  return (
    <div className="flex min-h-dvh flex-col">
      <SkipLink />
      <HallHeader />
      <main id="main" tabIndex={-1} className="mx-auto w-full max-w-110 px-4 py-8 sm:py-12">
        <h1 className="mb-2 text-xl sm:text-2xl">{title}</h1>
        <p className="mb-6 text-muted">仅供税务人员使用，全部操作均有记录。</p>
        {code && (
          <Alert tone={REASONS[code]} role="status" title={messageOf({ code })} className="mb-6" />
        )}
        <Card>{children}</Card>
      </main>
    </div>
  );
}
