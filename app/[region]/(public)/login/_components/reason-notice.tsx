"use client";

import { useMemo } from "react";
import { useLateProblemText } from "@/components/texts/use-late-problem-text";
import { Alert } from "@/components/ui/alert";

/** What the address may say of how one came here. */
const REASONS: Record<string, "info" | "success" | "warning"> = {
  SIGNED_OUT: "info",
  SIGNED_OUT_BY_YOU: "success",
  PASSWORD_CHANGED: "success",
  ENTERPRISE_PASSWORD_CHANGED: "success",
  PASSWORD_RECOVERED: "success",
  PHONE_FOUND: "success",
  ACCOUNT_CLOSED: "success",
  SESSION_ENDED: "warning",
  FLOW_EXPIRED: "warning",
  UNLOCKED: "success",
};

/** Says how one came to the login, where the address tells. */
export function ReasonNotice({ reason }: { reason: string | null }) {
  const tone = reason === null ? undefined : REASONS[reason];
  const problem = useMemo(() => (tone && reason ? { code: reason } : null), [tone, reason]);
  const text = useLateProblemText(problem);
  if (!tone || !text) return null;
  return <Alert tone={tone} role="status" title={text} className="mb-6" />;
}
