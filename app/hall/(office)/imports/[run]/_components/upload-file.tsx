"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useRef, useState } from "react";
import { FieldFrame } from "@/components/form/field-frame";
import { Button } from "@/components/ui/button";
import { controlClass } from "@/components/ui/control-class";
import { useHydrated } from "@/components/ui/use-hydrated";
import type { Problem } from "@/lib/domain/result";
import { messageOf } from "@/lib/messages";
import { sendFile } from "./send-file";

const MEBIBYTE = 1024 * 1024;

type UploadFileProps = { id: string; maxBytes: number; again: boolean };

/** Sends the file of a run, with how much of it has arrived. A file that is too long is not sent at all. */
export function UploadFile({ id, maxBytes, again }: UploadFileProps) {
  const router = useRouter();
  const hydrated = useHydrated();
  const input = useRef<HTMLInputElement>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [percent, setPercent] = useState<number | null>(null);
  const max = Math.floor(maxBytes / MEBIBYTE);
  const send = async (event: FormEvent) => {
    event.preventDefault();
    const file = input.current?.files?.[0];
    const refused = !file
      ? { code: "FILE_REQUIRED" }
      : file.size > maxBytes
        ? { code: "FILE_TOO_LONG", params: { max } }
        : null;
    setProblem(refused);
    if (refused || !file) return input.current?.focus();
    setPercent(0);
    const result = await sendFile(`/hall/imports/${id}/upload`, file, setPercent);
    setPercent(null);
    if (result.ok) router.refresh();
    else setProblem(result.problems[0] ?? { code: "UPLOAD_FAILED" });
  };
  const error = problem && messageOf(problem);
  return (
    <form onSubmit={send} noValidate aria-label="上传文件" className="grid max-w-110 gap-4">
      <FieldFrame
        id="import-file"
        label={again ? "更换CSV文件" : "CSV文件"}
        hint={`UTF-8或GBK编码，不超过${max}MB`}
        error={error ?? undefined}
      >
        <input
          ref={input}
          id="import-file"
          type="file"
          accept=".csv,text/csv"
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? "import-file-hint import-file-error" : "import-file-hint"}
          className={controlClass(
            "file:mr-3 file:rounded-sm file:border file:border-line-strong file:bg-surface file:px-3 file:py-1 file:text-ink",
          )}
        />
      </FieldFrame>
      {percent !== null && (
        <progress
          aria-label="上传进度"
          value={percent}
          max={100}
          className="h-3 w-full accent-accent"
        />
      )}
      <Button
        type="submit"
        variant={again ? "secondary" : "primary"}
        disabled={!hydrated || percent !== null}
        className="justify-self-start"
      >
        {percent === null ? "上传" : `正在上传 ${percent}%`}
      </Button>
    </form>
  );
}
