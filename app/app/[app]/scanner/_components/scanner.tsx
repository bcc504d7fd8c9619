"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { useCamera } from "@/components/face/use-camera";
import { readCode } from "@/components/scan/read-code";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { Label } from "@/components/ui/label";
import { messageOf } from "@/lib/messages";
import { secretOfLink } from "@/lib/schemas/scan";

const LOOK_MS = 250;

/** Looks for a code before the camera; a link can be pasted as well. */
export function Scanner() {
  const router = useRouter();
  const { video, state } = useCamera("environment");
  const [foreign, setForeign] = useState(false);
  const found = useRef(false);

  useEffect(() => {
    if (state !== "ready") return;
    const timer = setInterval(async () => {
      if (found.current || !video.current) return;
      const text = await readCode(video.current);
      if (text === null || found.current) return;
      const secret = secretOfLink(text);
      setForeign(secret === null);
      if (secret === null) return;
      found.current = true;
      router.push(`/app/scan/${secret}`);
    }, LOOK_MS);
    return () => clearInterval(timer);
  }, [state, video, router]);

  function open(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const secret = secretOfLink(String(new FormData(event.currentTarget).get("link")));
    setForeign(secret === null);
    if (secret) router.push(`/app/scan/${secret}`);
  }

  return (
    <div className="grid gap-5">
      <div className="relative overflow-hidden rounded-lg bg-surface">
        <video
          ref={video}
          muted
          playsInline
          aria-label="摄像头画面"
          className="aspect-square w-full object-cover"
        />
        <div
          aria-hidden="true"
          className="absolute inset-[15%] rounded-lg border-4 border-accent"
        />
      </div>
      {state === "unavailable" && (
        <Alert tone="warning" role="status" title={messageOf({ code: "CAMERA_UNAVAILABLE" })} />
      )}
      {foreign && <Alert tone="danger" role="alert" title="这不是电子税务局的二维码" />}
      <form onSubmit={open} className="grid gap-2">
        <Label htmlFor="scan-link">二维码链接</Label>
        <Input id="scan-link" name="link" inputMode="url" autoComplete="off" />
        <Button type="submit" variant="secondary">
          打开链接
        </Button>
      </form>
    </div>
  );
}
