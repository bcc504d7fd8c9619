"use client";

import { useRouter } from "next/navigation";
import { useCallback, useEffect, useRef, useState } from "react";
import { inTurn } from "@/components/form/in-turn";
import { sameOriginPath } from "@/components/form/same-origin-path";
import { followTicket } from "@/components/scan/follow-ticket";
import type { Problem, Result } from "@/lib/domain/result";
import type { TicketState } from "@/lib/domain/scan-ticket";

export type ShownCode = { id: string; link: string; matchingNumber: number; external: boolean };

export type ScanSource = {
  /** Asks the server for a code. */
  create: () => Promise<Result<ShownCode>>;
  /** Uses up what the phone confirmed; leads on, or shows this page anew. */
  takeUp: (ticket: string) => Promise<Result<{ to: string | null }>>;
};

/** Codes made anew by themselves while somebody looks at the page; after that a press is asked for. */
const REFRESHES = 5;

/** A code and what happens to it (Q4): made when the panel appears, followed live, made anew when it expires. */
export function useScanCode(source: ScanSource) {
  const router = useRouter();
  const latest = useRef(source);
  latest.current = source;
  const [code, setCode] = useState<ShownCode | null>(null);
  const [state, setState] = useState<TicketState | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [round, setRound] = useState(0);
  const refreshes = useRef(0);

  const refresh = useCallback(() => {
    refreshes.current = 0;
    setRound((count) => count + 1);
  }, []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: every round is a code of its own
  useEffect(() => {
    let stopped = false;
    let stopFollowing = () => {};
    const fail = (problems: Problem[]) => setProblem(problems[0] ?? { code: "UNEXPECTED" });

    async function finish(id: string) {
      const taken = await attempt(() => latest.current.takeUp(id));
      if (stopped) return;
      if (!taken.ok) return fail(taken.problems);
      const to = sameOriginPath(taken.value.to);
      if (to) router.push(to);
      else router.refresh();
    }

    function onState(id: string, next: TicketState) {
      if (stopped) return;
      setState(next);
      if (next === "CONFIRMED") void finish(id);
      if (next === "EXPIRED" && document.visibilityState === "visible") {
        refreshes.current += 1;
        if (refreshes.current <= REFRESHES) setRound((count) => count + 1);
      }
    }

    setCode(null);
    setState(null);
    setProblem(null);
    void attempt(() => inTurn(() => latest.current.create())).then((made) => {
      if (stopped) return;
      if (!made.ok) return fail(made.problems);
      setCode(made.value);
      setState("CREATED");
      stopFollowing = followTicket(made.value.id, (next) => onState(made.value.id, next));
    });
    return () => {
      stopped = true;
      stopFollowing();
    };
  }, [round]);

  return { code, state, problem, refresh };
}

async function attempt<T>(call: () => Promise<Result<T>>): Promise<Result<T>> {
  try {
    return await call();
  } catch {
    return { ok: false, problems: [{ code: "NETWORK" }] };
  }
}
