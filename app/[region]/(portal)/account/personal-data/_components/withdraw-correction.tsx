"use client";

import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { useTexts } from "#use-texts";
import { useProblemText } from "@/components/texts/use-problem-text";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { useHydrated } from "@/components/ui/use-hydrated";
import type { Problem } from "@/lib/domain/result";
import { withdrawCorrectionAction } from "../actions";

/** 「撤回」 of a request nobody has decided; `describedBy` names the request. */
export function WithdrawCorrection({ id, describedBy }: { id: string; describedBy: string }) {
  const t = useTexts();
  const problemText = useProblemText();
  const router = useRouter();
  const hydrated = useHydrated();
  const [problem, setProblem] = useState<Problem | null>(null);
  const [pending, startWithdrawal] = useTransition();

  function withdraw() {
    startWithdrawal(async () => {
      const result = await withdrawCorrectionAction({ correction: id }).catch(() => ({
        ok: false as const,
        problems: [{ code: "NETWORK" }],
      }));
      setProblem(result.ok ? null : (result.problems[0] ?? { code: "UNEXPECTED" }));
      router.refresh();
    });
  }

  return (
    <>
      {problem && (
        <Alert tone="danger" role="alert" title={problemText(problem)} className="mb-2" />
      )}
      <Button
        variant="secondary"
        pending={pending}
        disabled={!hydrated}
        aria-describedby={describedBy}
        onClick={withdraw}
      >
        {t("撤回")}
      </Button>
    </>
  );
}
