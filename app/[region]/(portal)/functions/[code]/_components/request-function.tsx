"use client";

import { useState, useTransition } from "react";
import { useTexts } from "#use-texts";
import { useProblemText } from "@/components/texts/use-problem-text";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { useHydrated } from "@/components/ui/use-hydrated";
import type { Result } from "@/lib/domain/result";
import { requestFunctionAction } from "../actions";

type RequestFunctionProps = {
  functionCode: string;
  identityVersion: number;
  /** Asked for already, not answered yet. */
  requested: boolean;
};

/** 「向管理人员申请该功能」 (B14): tells the managers once, however often it is pressed. */
export function RequestFunction({ requested, ...form }: RequestFunctionProps) {
  const t = useTexts();
  const problemText = useProblemText();
  const hydrated = useHydrated();
  const [result, setResult] = useState<Result<unknown> | null>(null);
  const [pending, start] = useTransition();

  function press() {
    start(async () => {
      setResult(
        await requestFunctionAction(form).catch(() => ({
          ok: false as const,
          problems: [{ code: "NETWORK" }],
        })),
      );
    });
  }

  const asked = requested || result?.ok === true;
  return (
    <div className="mt-4">
      <div role="status">
        {asked && <Alert tone="success" title={t("已向管理人员申请该功能，授权后立即可以使用")} />}
      </div>
      {result?.ok === false && (
        <Alert tone="danger" role="alert" title={result.problems.map(problemText).join(" ")} />
      )}
      {!asked && (
        <Button variant="secondary" pending={pending} disabled={!hydrated} onClick={press}>
          {t("向管理人员申请该功能")}
        </Button>
      )}
    </div>
  );
}
