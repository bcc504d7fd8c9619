"use client";

import { useActionState } from "react";
import { useTexts } from "#use-texts";
import { ReportConsequences } from "@/app/[region]/_components/report-consequences";
import { reportByLinkAction } from "@/app/[region]/(public)/report/actions";
import { useProblemText } from "@/components/texts/use-problem-text";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";

/** Asks before anything is done; works without JavaScript. */
export function ReportForm({ region, token }: { region: string; token: string }) {
  const t = useTexts();
  const problemText = useProblemText();
  const [result, submit, pending] = useActionState(reportByLinkAction, null);
  return (
    <form action={submit} className="mt-6">
      <input type="hidden" name="region" value={region} />
      <input type="hidden" name="token" value={token} />
      {result && !result.ok && (
        <Alert role="alert" tone="danger" title={t("没有报告")} className="mb-6">
          {result.problems.map((problem) => (
            <p key={problem.code}>{problemText(problem)}</p>
          ))}
        </Alert>
      )}
      <ReportConsequences />
      <Button type="submit" variant="danger" pending={pending} className="mt-6">
        {t("不是我本人操作")}
      </Button>
    </form>
  );
}
