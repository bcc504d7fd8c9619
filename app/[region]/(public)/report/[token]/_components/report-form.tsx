"use client";

import { useActionState } from "react";
import { ReportConsequences } from "@/app/[region]/_components/report-consequences";
import { reportByLinkAction } from "@/app/[region]/(public)/report/actions";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { messageOf } from "@/lib/messages";

/** Asks before anything is done; works without JavaScript. */
export function ReportForm({ region, token }: { region: string; token: string }) {
  const [result, submit, pending] = useActionState(reportByLinkAction, null);
  return (
    <form action={submit} className="mt-6">
      <input type="hidden" name="region" value={region} />
      <input type="hidden" name="token" value={token} />
      {result && !result.ok && (
        <Alert role="alert" tone="danger" title="没有报告" className="mb-6">
          {result.problems.map((problem) => (
            <p key={problem.code}>{messageOf(problem)}</p>
          ))}
        </Alert>
      )}
      <ReportConsequences />
      <Button type="submit" variant="danger" pending={pending} className="mt-6">
        不是我本人操作
      </Button>
    </form>
  );
}
