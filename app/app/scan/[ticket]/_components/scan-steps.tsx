"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import {
  beginFaceAction,
  cancelTicketAction,
  confirmTicketAction,
  openTicketAction,
} from "@/app/app/actions";
import { DocumentStep } from "@/components/face/document-step";
import { FaceCapture } from "@/components/face/face-capture";
import { ScanProblem } from "@/components/scan/scan-problem";
import { buttonClass } from "@/components/ui/button-class";
import { Link } from "@/components/ui/link";
import { Spinner } from "@/components/ui/spinner";
import type { Problem, Result } from "@/lib/domain/result";
import { type Confirming, ConfirmTicket } from "./confirm-ticket";
import { PhoneDone } from "./phone-done";

type Stage =
  | { step: "OPENING" | "DOCUMENT" | "CONFIRMED" | "CANCELLED" }
  | { step: "FACE"; photo?: Blob }
  | { step: "CONFIRM"; view: Confirming }
  | { step: "PROBLEM"; problem: Problem };

type ScanStepsProps = {
  secret: string;
  bureauName: string;
  /** First page of the APP. */
  home: string;
  /** First page of the bureau whose code it is. */
  portal: string;
  filmAllowed: boolean;
};

/** A scanned code on the phone, step by step: what it confirms, the number, the face where one is asked for (B6). */
export function ScanSteps({ secret, bureauName, home, portal, filmAllowed }: ScanStepsProps) {
  const router = useRouter();
  const [stage, setStage] = useState<Stage>({ step: "OPENING" });
  const opening = useRef({ purpose: "LOGIN", document: false, goOn: null as string | null });
  const opened = useRef(false);

  function fail(problems: readonly Problem[]) {
    setStage({ step: "PROBLEM", problem: problems[0] ?? { code: "UNEXPECTED" } });
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: a code is opened once
  useEffect(() => {
    if (opened.current) return;
    opened.current = true;
    void call(() => openTicketAction({ secret })).then((result) => {
      if (!result.ok) return fail(result.problems);
      if ("login" in result.value) return router.replace(result.value.login);
      const view = result.value;
      opening.current = view;
      setStage(
        view.choices
          ? { step: "CONFIRM", view: { ...view, choices: view.choices } }
          : { step: beforeFace() },
      );
    });
  }, []);

  /** A face is compared with the document where nothing is enrolled. */
  function beforeFace() {
    return opening.current.document ? ("DOCUMENT" as const) : ("FACE" as const);
  }

  async function confirm(number: number) {
    const result = await call(() => confirmTicketAction({ secret, number }));
    if (!result.ok) return fail(result.problems);
    setStage({ step: result.value.face ? beforeFace() : "CONFIRMED" });
  }

  async function cancel() {
    const result = await call(() => cancelTicketAction({ secret }));
    if (!result.ok) return fail(result.problems);
    setStage({ step: "CANCELLED" });
  }

  switch (stage.step) {
    case "OPENING":
      return (
        <p role="status" className="flex items-center gap-3">
          <Spinner className="size-5" />
          正在读取二维码…
        </p>
      );
    case "CONFIRM":
      return (
        <ConfirmTicket
          view={stage.view}
          bureauName={bureauName}
          onConfirm={confirm}
          onCancel={cancel}
        />
      );
    case "DOCUMENT":
      return (
        <>
          <h1 className="mb-4 text-xl">拍摄证件</h1>
          <DocumentStep onPhoto={(photo) => setStage({ step: "FACE", photo })} />
        </>
      );
    case "FACE":
      return (
        <>
          <h1 className="mb-4 text-xl">扫脸验证</h1>
          <FaceCapture
            begin={() => beginFaceAction({ secret })}
            subject={{ secret, ...(stage.photo && { photo: stage.photo }) }}
            onPassed={() => setStage({ step: "CONFIRMED" })}
            filmAllowed={filmAllowed}
            startAtOnce
            otherWay={
              <>
                {stage.photo && (
                  <button
                    type="button"
                    onClick={() => setStage({ step: "DOCUMENT" })}
                    className={buttonClass("ghost")}
                  >
                    重新拍摄证件
                  </button>
                )}
                <button type="button" onClick={cancel} className={buttonClass("ghost")}>
                  取消
                </button>
              </>
            }
          />
        </>
      );
    case "CONFIRMED":
    case "CANCELLED":
      return (
        <PhoneDone
          confirmed={stage.step === "CONFIRMED"}
          purpose={opening.current.purpose}
          goOn={opening.current.goOn}
          home={home}
        />
      );
    case "PROBLEM":
      return (
        <>
          <h1 className="mb-4 text-xl">未能完成</h1>
          <ScanProblem problem={stage.problem} portal={portal} />
          <Link href={home} className={buttonClass("secondary", "mt-6 w-full")}>
            返回
          </Link>
        </>
      );
  }
}

async function call<T>(run: () => Promise<Result<T>>): Promise<Result<T>> {
  try {
    return await run();
  } catch {
    return { ok: false, problems: [{ code: "NETWORK" }] };
  }
}
