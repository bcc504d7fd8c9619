"use client";

import { useEffect, useRef } from "react";
import { useTexts } from "#use-texts";
import { useProblemText } from "@/components/texts/use-problem-text";
import { Alert } from "@/components/ui/alert";
import type { Result } from "@/lib/domain/result";

/** What came of a 「退出」, read out and in sight. */
export function EndedNotice({ result }: { result: Result<unknown> | null }) {
  const t = useTexts();
  const problemText = useProblemText();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (result) box.current?.focus();
  }, [result]);
  if (!result) return null;
  return (
    <Alert
      ref={box}
      role={result.ok ? "status" : "alert"}
      tabIndex={-1}
      tone={result.ok ? "success" : "danger"}
      title={result.ok ? t("已退出") : problemText(result.problems[0] ?? { code: "UNEXPECTED" })}
      className="mb-4"
    />
  );
}
