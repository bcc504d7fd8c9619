"use client";

import { useState, useTransition } from "react";
import { useTexts } from "#use-texts";
import { ReportConsequences } from "@/app/[region]/_components/report-consequences";
import { reportMessageAction } from "@/app/[region]/(portal)/account/messages/actions";
import { sameOriginPath } from "@/components/form/same-origin-path";
import { useProblemText } from "@/components/texts/use-problem-text";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { useHydrated } from "@/components/ui/use-hydrated";
import type { Problem } from "@/lib/domain/result";

/** 「不是我本人操作」 (B4): says what follows before it is done. */
export function ReportMessage({ message }: { message: string }) {
  const t = useTexts();
  const problemText = useProblemText();
  const hydrated = useHydrated();
  const [open, setOpen] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [pending, startReport] = useTransition();

  function confirm() {
    startReport(async () => {
      const result = await reportMessageAction({ message }).catch(() => ({
        ok: false as const,
        problems: [{ code: "NETWORK" }],
      }));
      if (!result.ok) return setProblem(result.problems[0] ?? { code: "UNEXPECTED" });
      // The session has ended: nothing of these pages may be shown again from the browser's memory.
      window.location.replace(sameOriginPath(result.value.to) ?? "/");
    });
  }

  function ask() {
    setProblem(null);
    setOpen(true);
  }

  return (
    <section aria-labelledby="report" className="mt-8">
      <h2 id="report" className="text-lg">
        {t("不是您本人操作？")}
      </h2>
      <p className="mt-2 text-muted">{t("请立即报告，我们会结束所有登录，保护您的账户。")}</p>
      <Button variant="danger" className="mt-4" disabled={!hydrated} onClick={ask}>
        {t("不是我本人操作")}
      </Button>
      <Dialog open={open} onClose={() => setOpen(false)} title={t("报告“不是我本人操作”")}>
        <ReportConsequences />
        {problem && (
          <Alert tone="danger" role="alert" title={problemText(problem)} className="mt-4" />
        )}
        <div className="mt-6 flex flex-wrap gap-3">
          <Button variant="danger" pending={pending} onClick={confirm}>
            {t("报告并结束所有登录")}
          </Button>
          <Button variant="secondary" onClick={() => setOpen(false)}>
            {t("取消")}
          </Button>
        </div>
      </Dialog>
    </section>
  );
}
