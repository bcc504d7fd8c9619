"use client";

import { ArrowLeft, ArrowRight, ScanFace, Smile } from "lucide-react";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { type Instruction, recordChallenge } from "@/components/face/record-challenge";
import { submitFrames } from "@/components/face/submit-frames";
import { useCamera } from "@/components/face/use-camera";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Spinner } from "@/components/ui/spinner";
import type { Prompt } from "@/lib/domain/face-challenge";
import type { Problem, Result } from "@/lib/domain/result";
import { messageOf } from "@/lib/messages";

export type BegunFace = { id: string; challenge: readonly Prompt[]; maxFrames: number };

type FaceCaptureProps = {
  begin: () => Promise<Result<BegunFace>>;
  subject: Parameters<typeof submitFrames>[0]["subject"];
  onPassed: () => void;
  /** Another way for whoever does not want this one. */
  otherWay?: ReactNode;
  /** A film may stand in for a camera: outside production only. */
  filmAllowed?: boolean;
  /** The person has just pressed 「开始扫脸」: begin as soon as the camera is ready. */
  startAtOnce?: boolean;
};

const INSTRUCTIONS: Record<Instruction, { text: string; icon: typeof ScanFace }> = {
  REST: { text: "请正对屏幕，保持不动", icon: ScanFace },
  TURN_LEFT: { text: "请向左转头", icon: ArrowLeft },
  TURN_RIGHT: { text: "请向右转头", icon: ArrowRight },
  OPEN_MOUTH: { text: "请转回正面，张开嘴巴", icon: Smile },
};

/** The live part of a face check: camera, prompts of the server, pictures to the server, its decision. */
export function FaceCapture({
  begin,
  subject,
  onPassed,
  otherWay,
  filmAllowed = false,
  startAtOnce = false,
}: FaceCaptureProps) {
  const { video, state, picture, play } = useCamera("user");
  const [phase, setPhase] = useState<"idle" | "recording" | "sending" | "passed">("idle");
  const [instruction, setInstruction] = useState<Instruction>("REST");
  const [problem, setProblem] = useState<Problem | null>(null);
  const leaving = useRef<AbortController>(null);
  const started = useRef(false);

  useEffect(() => {
    leaving.current = new AbortController();
    return () => leaving.current?.abort();
  }, []);

  async function run() {
    const signal = leaving.current?.signal;
    if (!signal || phase === "recording" || phase === "sending") return;
    setProblem(null);
    setPhase("recording");
    const begun = await begin().catch(() => ({
      ok: false as const,
      problems: [{ code: "NETWORK" }],
    }));
    if (!begun.ok) return fail(begun.problems);
    const { id, challenge, maxFrames } = begun.value;
    const frames = await recordChallenge({
      challenge,
      maxFrames,
      picture,
      signal,
      onInstruction: setInstruction,
    });
    if (signal.aborted) return;
    setPhase("sending");
    const decided = await submitFrames({ check: id, frames, subject });
    if (signal.aborted) return;
    if (!decided.ok) return fail(decided.problems);
    setPhase("passed");
    onPassed();
  }

  function fail(problems: readonly Problem[]) {
    setProblem(problems[0] ?? { code: "UNEXPECTED" });
    setPhase("idle");
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: begins once, when the camera is there
  useEffect(() => {
    if (!startAtOnce || started.current || state !== "ready") return;
    started.current = true;
    void run();
  }, [state, startAtOnce]);

  const { text, icon: Icon } = INSTRUCTIONS[instruction];
  return (
    <div className="grid gap-4">
      <div className="relative mx-auto aspect-[4/3] w-full max-w-md overflow-hidden rounded-lg bg-surface">
        <video
          ref={video}
          muted
          playsInline
          aria-label="摄像头画面"
          className="size-full -scale-x-100 object-cover"
        />
        <div
          aria-hidden="true"
          className="absolute inset-y-[8%] left-1/2 aspect-[3/4] -translate-x-1/2 rounded-full border-4 border-accent"
        />
      </div>
      <p
        role="status"
        className="flex min-h-11 items-center justify-center gap-2 text-center font-semibold text-lg"
      >
        {phase === "recording" && (
          <>
            <Icon aria-hidden="true" className="size-6 text-accent" />
            {text}
          </>
        )}
        {phase === "sending" && (
          <>
            <Spinner className="size-5" />
            正在核验，请稍候…
          </>
        )}
        {phase === "passed" && "扫脸通过"}
        {phase === "idle" && state === "starting" && "正在打开摄像头…"}
      </p>
      {state === "unavailable" && (
        <Alert tone="danger" role="alert" title={messageOf({ code: "CAMERA_UNAVAILABLE" })} />
      )}
      {problem && (
        <Alert tone="danger" role="alert" title={messageOf(problem)}>
          <Guidance />
        </Alert>
      )}
      {phase === "idle" && (
        <Button onClick={run} disabled={state !== "ready"} className="w-full">
          {problem ? "重新扫脸" : "开始扫脸"}
        </Button>
      )}
      {phase === "idle" && filmAllowed && (
        <label className="grid gap-1 text-sm">
          没有摄像头时用影片代替（仅测试环境）
          <input
            type="file"
            accept="video/*"
            onChange={(event) => {
              const film = event.target.files?.[0];
              if (film) void play(film);
            }}
          />
        </label>
      )}
      {phase === "idle" && otherWay}
    </div>
  );
}

/** What to do when it does not pass (西藏 二(一)4, 山东 4). */
function Guidance() {
  return (
    <ul className="mt-1 list-disc pl-5 text-sm">
      <li>请在光线充足、没有其他人脸的地方，按照提示做明显动作。</li>
      <li>确实无法核验的，请携带身份证件到办税服务厅采集实名信息。</li>
    </ul>
  );
}
