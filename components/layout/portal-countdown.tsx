"use client";

import { type ReactNode, useCallback, useEffect, useId, useRef, useState } from "react";
import { useTexts } from "#use-texts";
import type { SessionState } from "@/components/layout/portal-session";
import { useSessionClock } from "@/components/layout/use-session-clock";
import type { Texts } from "@/components/texts/texts";
import { Button } from "@/components/ui/button";
import { PORTAL_LIMITS, type SessionLimits } from "@/lib/domain/session-limits";

type PortalCountdownProps = {
  initial: SessionState;
  /** Where to go when the session is over. */
  endedHref: string;
  /** Server action: reads the session without keeping it alive. */
  peek: () => Promise<SessionState | null>;
  /** Server action of 「继续使用」. */
  keepAlive: () => Promise<SessionState | null>;
  /** The form of 「退出」. */
  signOut: ReactNode;
  limits?: SessionLimits;
};

/** Seconds left at which a screen reader is told again. */
const SPOKEN_AT = [10, 30, 60, 120];

/** Warns before the session ends (会话超时, L9) and leaves the page when it has. */
export function PortalCountdown({
  initial,
  endedHref,
  peek,
  keepAlive,
  signOut,
  limits = PORTAL_LIMITS,
}: PortalCountdownProps) {
  const t = useTexts();
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  const [pending, setPending] = useState(false);
  /** The limit of age cannot be put off; once read, its warning stays away. */
  const [dismissed, setDismissed] = useState(false);
  // A whole new page: nothing of the ended session stays in the tab.
  const onEnd = useCallback(() => window.location.assign(endedHref), [endedHref]);
  const { secondsLeft, absolute, adopt } = useSessionClock({ initial, peek, onEnd });
  const open = secondsLeft !== null && !(absolute && dismissed);

  useEffect(() => {
    if (open && !dialog.current?.open) dialog.current?.showModal();
    if (!open && dialog.current?.open) dialog.current?.close();
  }, [open]);

  async function stay() {
    if (absolute) return setDismissed(true);
    setPending(true);
    try {
      adopt(await keepAlive());
    } catch {
      // Not reachable: the warning stays and the button can be pressed again.
    } finally {
      setPending(false);
    }
  }

  return (
    <dialog
      ref={dialog}
      role="alertdialog"
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-text`}
      onCancel={(event) => {
        event.preventDefault();
        void stay();
      }}
      className="m-auto w-[min(28rem,calc(100vw-2rem))] rounded-lg bg-raised p-6 text-ink shadow-floating"
    >
      {open && (
        <>
          <h2 id={`${id}-title`} className="text-lg">
            {t("登录即将结束")}
          </h2>
          <p aria-hidden="true" className="mt-3 text-2xl tabular-nums">
            {clockText(secondsLeft)}
          </p>
          <div id={`${id}-text`} className="mt-2">
            {absolute
              ? t(
                  "为保障安全，每次登录最长{hours}小时。时间到后需要重新登录，请尽快完成正在办理的业务。",
                  {
                    hours: limits.absoluteHours,
                  },
                )
              : t("您已有一段时间未操作，满{minutes}分钟将自动退出。要继续使用吗？", {
                  minutes: limits.idleMinutes,
                })}
          </div>
          <p role="status" className="sr-only">
            {spokenText(t, secondsLeft)}
          </p>
          <div className="mt-6 flex flex-wrap gap-3">
            <Button pending={pending} onClick={stay}>
              {absolute ? t("知道了") : t("继续使用")}
            </Button>
            {signOut}
          </div>
        </>
      )}
    </dialog>
  );
}

function clockText(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

/** Changes only a few times, so that it does not talk over everything else. */
function spokenText(t: Texts, seconds: number): string {
  const mark = SPOKEN_AT.find((each) => seconds <= each) ?? seconds;
  return mark >= 60
    ? t("还有约{minutes}分钟", { minutes: Math.round(mark / 60) })
    : t("还有不到{seconds}秒", { seconds: mark });
}
