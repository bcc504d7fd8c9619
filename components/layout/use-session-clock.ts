"use client";

import { useRouter } from "next/navigation";
import { useCallback, useEffect, useRef, useState } from "react";
import type { SessionState } from "@/components/layout/portal-session";
import { WARN_SECONDS } from "@/lib/domain/session-limits";

type Clock = {
  /** As rendered with the page. */
  initial: SessionState;
  /** Reads the session without keeping it alive; null when it is over. */
  peek: () => Promise<SessionState | null>;
  /** Called once, when the session is over. */
  onEnd: () => void;
};

/** The server is asked at most this often: while the warning stands, and when the tab is looked at again. */
const ASK_AGAIN_MS = 15_000;
const LOOK_AGAIN_MS = 2_000;

/**
 * Seconds left to the session when fewer than WARN_SECONDS, else null. Before it warns it asks the server, since another tab
 * may have kept the session alive; and it renders the page anew when another tab switched identity.
 */
export function useSessionClock({ initial, peek, onEnd }: Clock) {
  const router = useRouter();
  const [secondsLeft, setSecondsLeft] = useState<number | null>(null);
  const [absolute, setAbsolute] = useState(false);
  const rendered = initial.identityVersion;
  const state = useRef(initial);
  /** Server clock minus browser clock. */
  const offset = useRef(0);
  const askedAt = useRef(0);
  const asking = useRef(false);
  const ended = useRef(false);

  const leftMs = useCallback(() => {
    const { idleAt, absoluteAt } = state.current;
    return Math.min(idleAt, absoluteAt) - (Date.now() + offset.current);
  }, []);

  const adopt = useCallback(
    (fresh: SessionState | null) => {
      if (ended.current) return;
      if (!fresh) {
        ended.current = true;
        return onEnd();
      }
      if (fresh.identityVersion !== rendered) router.refresh();
      state.current = fresh;
      offset.current = fresh.now - Date.now();
      const left = leftMs();
      setAbsolute(fresh.absoluteAt <= fresh.idleAt);
      setSecondsLeft(left <= WARN_SECONDS * 1000 ? Math.ceil(left / 1000) : null);
    },
    [leftMs, onEnd, rendered, router],
  );

  const ask = useCallback(async () => {
    if (asking.current || ended.current) return;
    asking.current = true;
    try {
      adopt(await peek());
    } catch {
      // Not reachable: asked again later; when the time is over nothing more may stay on the screen.
      if (leftMs() <= 0) adopt(null);
    } finally {
      asking.current = false;
      askedAt.current = Date.now();
    }
  }, [adopt, leftMs, peek]);

  useEffect(() => {
    adopt(initial);
  }, [initial, adopt]);

  useEffect(() => {
    const due = (pause: number) => Date.now() - askedAt.current >= pause;
    const tick = () => {
      const left = leftMs();
      if (left > WARN_SECONDS * 1000) return setSecondsLeft(null);
      setSecondsLeft((shown) => (shown === null ? null : Math.max(0, Math.ceil(left / 1000))));
      if (due(ASK_AGAIN_MS) || left <= 0) void ask();
    };
    const lookedAt = () => {
      if (document.visibilityState === "visible" && due(LOOK_AGAIN_MS)) void ask();
    };
    const timer = setInterval(tick, 1000);
    document.addEventListener("visibilitychange", lookedAt);
    window.addEventListener("focus", lookedAt);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", lookedAt);
      window.removeEventListener("focus", lookedAt);
    };
  }, [ask, leftMs]);

  return { secondsLeft, absolute, adopt };
}
