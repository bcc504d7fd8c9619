"use client";

import { useEffect, useRef, useState } from "react";
import { useTexts } from "#use-texts";
import { useLateProblemText } from "@/components/texts/use-late-problem-text";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { useHydrated } from "@/components/ui/use-hydrated";
import type { Problem, Result } from "@/lib/domain/result";

const TICK_MS = 500;

/** 「获取验证码」 (or `label`) with the countdown to the next one in its own text (K2). */
export function SendCode({
  send: request,
  waitSeconds = 0,
  label,
}: {
  /** Asks the server for a code; null: there is nothing to send to yet, and the form has said so. */
  send: () => Promise<Result<{ resendSeconds: number }> | null>;
  /** Seconds until another code may be asked for; 0 now. */
  waitSeconds?: number;
  /** What the button says when it may be pressed. */
  label?: string;
}) {
  const t = useTexts();
  const hydrated = useHydrated();
  const [pending, setPending] = useState(false);
  const [sent, setSent] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const problemText = useLateProblemText(problem);
  const { left, waitFor } = useCountdown(waitSeconds);
  const running = useRef(false);

  async function send() {
    if (running.current || left > 0) return;
    running.current = true;
    setPending(true);
    setProblem(null);
    try {
      const result = await request();
      if (!result) return;
      setSent(result.ok);
      if (result.ok) waitFor(result.value.resendSeconds);
      else setProblem(result.problems[0] ?? { code: "UNEXPECTED" });
    } catch {
      setProblem({ code: "NETWORK" });
    } finally {
      running.current = false;
      setPending(false);
    }
  }

  return (
    <div className="grid gap-3">
      <Button
        variant="secondary"
        pending={pending}
        disabled={!hydrated || left > 0}
        onClick={send}
        className="justify-self-start"
      >
        {left > 0 ? t("{left}秒后可重新获取", { left }) : (label ?? t("获取验证码"))}
      </Button>
      <p role="status" className="text-success text-sm empty:hidden">
        {sent && left > 0 ? t("验证码已发送，请注意查收") : ""}
      </p>
      {problemText && <Alert tone="danger" role="alert" title={problemText} />}
    </div>
  );
}

/** Whole seconds left until a moment; goes by the clock, so that a sleeping tab does not fall behind. */
function useCountdown(initialSeconds: number) {
  const [left, setLeft] = useState(initialSeconds);
  const end = useRef<number | null>(null);

  useEffect(() => {
    if (left <= 0) return;
    end.current ??= Date.now() + left * 1000;
    const timer = setInterval(() => {
      const rest = Math.ceil(((end.current ?? 0) - Date.now()) / 1000);
      setLeft(Math.max(0, rest));
    }, TICK_MS);
    return () => clearInterval(timer);
  }, [left]);

  return {
    left,
    waitFor: (seconds: number) => {
      end.current = Date.now() + seconds * 1000;
      setLeft(seconds);
    },
  };
}
