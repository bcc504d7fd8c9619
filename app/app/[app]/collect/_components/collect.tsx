"use client";

import { type ChangeEvent, useState } from "react";
import { beginCollectionAction } from "@/app/app/actions";
import { FaceCapture } from "@/components/face/face-capture";
import { shrinkPhoto } from "@/components/face/shrink-photo";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { messageOf } from "@/lib/messages";
import type { ScanApp } from "@/lib/regions/types";
import { CollectionConsent } from "./collection-consent";

/** Document first, then the face; both go to the server together, which decides whether they are one person. */
export function Collect({ app, filmAllowed }: { app: ScanApp; filmAllowed: boolean }) {
  const [photo, setPhoto] = useState<Blob | null>(null);
  const [unreadable, setUnreadable] = useState(false);
  const [stage, setStage] = useState<"DOCUMENT" | "FACE" | "DONE">("DOCUMENT");

  async function choose(event: ChangeEvent<HTMLInputElement>) {
    const file = event.target.files?.[0];
    if (!file) return;
    const small = await shrinkPhoto(file).catch(() => null);
    setUnreadable(small === null);
    setPhoto(small);
  }

  if (stage === "DONE") {
    return (
      <Alert tone="success" role="status" title="实名信息采集成功">
        <p>您的个人实名等级为四级。</p>
      </Alert>
    );
  }
  if (stage === "FACE" && photo) {
    return (
      <FaceCapture
        begin={() => beginCollectionAction({ app })}
        subject={{ app, photo }}
        onPassed={() => setStage("DONE")}
        filmAllowed={filmAllowed}
        startAtOnce
      />
    );
  }
  return (
    <div className="grid gap-5">
      <div className="grid gap-2">
        <label htmlFor="document-photo" className="font-semibold">
          身份证件人像面照片
        </label>
        <input
          id="document-photo"
          type="file"
          accept="image/jpeg,image/png"
          capture="environment"
          onChange={choose}
          className="min-h-11 w-full rounded-md border border-line-strong p-2"
        />
        <p className="text-muted text-sm">请拍摄清晰、完整、无反光的证件人像面。</p>
      </div>
      {unreadable && (
        <Alert tone="danger" role="alert" title={messageOf({ code: "FACE_PHOTO_INVALID" })} />
      )}
      <CollectionConsent />
      <Button disabled={!photo} onClick={() => setStage("FACE")} className="w-full">
        开始扫脸
      </Button>
    </div>
  );
}
