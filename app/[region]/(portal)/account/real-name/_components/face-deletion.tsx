"use client";

import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { useTexts } from "#use-texts";
import { deleteFaceAction } from "@/app/[region]/(portal)/account/real-name/actions";
import { useProblemText } from "@/components/texts/use-problem-text";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { useHydrated } from "@/components/ui/use-hydrated";
import type { Problem } from "@/lib/domain/result";

/** 「删除人脸信息」: says what follows before the enrolled face is deleted (个人信息保护法 15, 47). */
export function FaceDeletion({ taxAppName }: { taxAppName: string }) {
  const t = useTexts();
  const problemText = useProblemText();
  const router = useRouter();
  const hydrated = useHydrated();
  const [open, setOpen] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [pending, startDeletion] = useTransition();

  function confirm() {
    startDeletion(async () => {
      const result = await deleteFaceAction({}).catch(() => ({
        ok: false as const,
        problems: [{ code: "NETWORK" }],
      }));
      if (!result.ok) return setProblem(result.problems[0] ?? { code: "UNEXPECTED" });
      setOpen(false);
      router.refresh();
    });
  }

  function ask() {
    setProblem(null);
    setOpen(true);
  }

  return (
    <>
      <Button variant="secondary" className="mt-4" disabled={!hydrated} onClick={ask}>
        {t("删除人脸信息")}
      </Button>
      <Dialog open={open} onClose={() => setOpen(false)} title={t("删除人脸信息")}>
        <p>{t("删除后：")}</p>
        <ul className="mt-2 list-disc space-y-1 pl-5">
          <li>{t("人脸特征和照片立即删除，无法恢复；")}</li>
          <li>{t("不能再扫脸登录、扫脸认证，没有手机号码的将无法登录；")}</li>
          <li>{t("实名等级不变，但需要扫脸的业务须重新采集并扫脸后才能办理；")}</li>
          <li>{t("需要时可登录{app}，或到办税服务场所重新采集。", { app: taxAppName })}</li>
        </ul>
        {problem && (
          <Alert tone="danger" role="alert" title={problemText(problem)} className="mt-4" />
        )}
        <div className="mt-6 flex flex-wrap gap-3">
          <Button variant="danger" pending={pending} onClick={confirm}>
            {t("确认删除")}
          </Button>
          <Button variant="secondary" onClick={() => setOpen(false)}>
            {t("取消")}
          </Button>
        </div>
      </Dialog>
    </>
  );
}
