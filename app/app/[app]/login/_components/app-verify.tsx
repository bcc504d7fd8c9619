"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { takeUpTicketAction } from "@/app/[region]/(public)/login/scan-actions";
import { PhoneEmpty } from "@/app/[region]/(public)/login/verify/_components/phone-empty";
import {
  CodeForm,
  codeTabLabel,
} from "@/app/[region]/(public)/login/verify/_components/verify-form";
import { beginFaceAction, ownFaceAction } from "@/app/app/actions";
import { FaceCapture } from "@/components/face/face-capture";
import { FaceConsent } from "@/components/face/face-consent";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Tabs } from "@/components/ui/tabs";
import type { Problem, Result } from "@/lib/domain/result";
import { messageOf } from "@/lib/messages";

type AppVerifyProps = {
  region: string;
  flow: string;
  view: {
    method: "SMS" | "EMAIL" | null;
    maskedTarget: string | null;
    resendSeconds: number;
    faceKnown: boolean;
  };
  filmAllowed: boolean;
};

/** The code of this very phone is over: its time ran out. */
const OVER: ReadonlySet<string> = new Set(["TICKET_EXPIRED", "TICKET_UNKNOWN"]);

/** 短信验证, and 扫脸验证 where a face is enrolled. */
export function AppVerify({ region, flow, view, filmAllowed }: AppVerifyProps) {
  const { method, maskedTarget, resendSeconds, faceKnown } = view;
  const code = method &&
    maskedTarget && {
      value: method,
      label: codeTabLabel(method),
      panel: <CodeForm {...{ region, flow, method, maskedTarget, resendSeconds }} />,
    };
  const face = {
    value: "FACE",
    label: "扫脸验证",
    panel: faceKnown ? (
      <OwnFace region={region} flow={flow} filmAllowed={filmAllowed} />
    ) : (
      <Alert tone="warning" title={messageOf({ code: "FACE_NO_REFERENCE" })} />
    ),
  };
  return (
    <>
      {!code && <PhoneEmpty region={region} />}
      <Tabs label="验证方式" items={code ? [code, face] : [face]} />
    </>
  );
}

/** The face of whoever signs in, before this phone's own camera. */
function OwnFace({ region, flow, filmAllowed }: Omit<AppVerifyProps, "view">) {
  const router = useRouter();
  const [ticket, setTicket] = useState<{ id: string; secret: string } | null>(null);
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);

  async function start() {
    setPending(true);
    setProblem(null);
    const made = await call(() => ownFaceAction({ region, flow }));
    setPending(false);
    if (!made.ok) return setProblem(made.problems[0] ?? { code: "UNEXPECTED" });
    setTicket({ id: made.value.ticket, secret: made.value.link.split("/").at(-1) ?? "" });
  }

  /** The time for the face is limited; after it 「开始扫脸」 begins anew. */
  async function begin(secret: string) {
    const begun = await beginFaceAction({ secret });
    if (!begun.ok && begun.problems.some(({ code }) => OVER.has(code))) {
      setProblem({ code: "FACE_TIMED_OUT" });
      setTicket(null);
    }
    return begun;
  }

  async function finish() {
    if (!ticket) return;
    const taken = await call(() => takeUpTicketAction({ ticket: ticket.id }));
    if (!taken.ok) return setProblem(taken.problems[0] ?? { code: "UNEXPECTED" });
    if (taken.value.to) router.push(taken.value.to);
  }

  return (
    <div className="grid gap-4">
      {problem && <Alert tone="danger" role="alert" title={messageOf(problem)} />}
      {ticket ? (
        <FaceCapture
          begin={() => begin(ticket.secret)}
          subject={{ secret: ticket.secret }}
          onPassed={finish}
          filmAllowed={filmAllowed}
          startAtOnce
        />
      ) : (
        <>
          <FaceConsent />
          <Button onClick={start} pending={pending} className="w-full">
            开始扫脸
          </Button>
        </>
      )}
    </div>
  );
}

async function call<T>(run: () => Promise<Result<T>>): Promise<Result<T>> {
  try {
    return await run();
  } catch {
    return { ok: false, problems: [{ code: "NETWORK" }] };
  }
}
