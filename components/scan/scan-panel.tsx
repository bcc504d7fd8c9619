"use client";

import { CircleCheck, CircleX, Clock, ScanLine, Smartphone } from "lucide-react";
import { QRCodeSVG } from "qrcode.react";
import { type ReactNode, useEffect, useState } from "react";
import { useTexts } from "#use-texts";
import { type ScanSource, useScanCode } from "@/components/scan/use-scan-code";
import { useLateProblemText } from "@/components/texts/use-late-problem-text";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { Spinner } from "@/components/ui/spinner";
import type { TicketState } from "@/lib/domain/scan-ticket";
import type { SourceText } from "@/lib/english/dictionary";

type ScanPanelProps = ScanSource & {
  /** Accessible name of the code: 登录二维码, 扫脸验证二维码. */
  imageName: string;
  /** The application to scan with. */
  appName: string;
  /** What to do, under the code. */
  children?: ReactNode;
  /** What to do about a problem: a link, a step. */
  help?: (code: string) => ReactNode;
};

const STATES = {
  CREATED: { icon: Clock, text: "等待扫描" },
  SCANNED: { icon: ScanLine, text: "已扫描，请在手机上确认" },
  CONFIRMED: { icon: CircleCheck, text: "已确认，正在进入…" },
  CANCELLED: { icon: CircleX, text: "已取消" },
  EXPIRED: { icon: Clock, text: "已过期" },
} as const satisfies Record<TicketState, { icon: unknown; text: string }>;

/** With an outside provider nothing is known between showing the code and the decision. */
const EXTERNAL_TEXTS: Partial<Record<TicketState, SourceText>> = {
  CREATED: "等待扫码并完成认证",
  CANCELLED: "认证未通过",
};

/** A code to scan, the number to choose on the phone, and what happens meanwhile (Q4, B6). */
export function ScanPanel({ imageName, appName, children, help, create, takeUp }: ScanPanelProps) {
  const t = useTexts();
  const { code, state, problem, refresh } = useScanCode({ create, takeUp });
  const problemText = useLateProblemText(problem);
  const [origin, setOrigin] = useState("");
  useEffect(() => setOrigin(window.location.origin), []);
  const over = problem !== null || state === "CANCELLED" || state === "EXPIRED";
  const shown = code && !over && state !== "CONFIRMED";
  return (
    <div className="grid justify-items-center gap-3 text-center">
      <div
        className={cn(
          "grid aspect-square w-full place-items-center rounded-md border border-line bg-surface p-2",
          // A provider's long address makes a fine pattern.
          code?.external ? "max-w-80" : "max-w-48",
        )}
      >
        {shown && origin && (
          <QRCodeSVG
            value={new URL(code.link, origin).href}
            role="img"
            aria-label={imageName}
            marginSize={2}
            className="size-full rounded-sm"
          />
        )}
        {!shown && !over && <Spinner className="size-8 text-muted" />}
        {over && (
          <Button variant="secondary" onClick={refresh}>
            {t("刷新二维码")}
          </Button>
        )}
      </div>
      {shown && !code.external && (
        <p>
          {t("验证数字")}{" "}
          <strong className="ml-1 font-semibold text-xl tabular-nums">{code.matchingNumber}</strong>
        </p>
      )}
      <p role="status" className="flex min-h-6 items-center gap-1.5 text-sm">
        {state && <State state={state} external={code?.external ?? false} />}
      </p>
      {problem && problemText && (
        <Alert tone="danger" role="alert" title={problemText} className="text-left">
          {help?.(problem.code)}
        </Alert>
      )}
      {children ?? (
        <p className="text-muted text-sm">
          {t("请使用{app}扫一扫，并在手机上选择上面的验证数字", { app: appName })}
        </p>
      )}
      {shown && (
        <a
          href={code.link}
          // This page has to stay: it takes up what is confirmed in the other one.
          target="_blank"
          rel="noopener"
          className="link inline-flex min-h-11 items-center gap-1.5 text-sm"
        >
          <Smartphone aria-hidden="true" className="size-4" />
          {t("在手机上打开")}
        </a>
      )}
    </div>
  );
}

function State({ state, external }: { state: TicketState; external: boolean }) {
  const { icon: Icon, text } = STATES[state];
  const t = useTexts();
  return (
    <>
      <Icon aria-hidden="true" className="size-4 shrink-0 text-accent" />
      {t((external && EXTERNAL_TEXTS[state]) || text)}
    </>
  );
}
