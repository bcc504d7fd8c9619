"use client";

import { type ChangeEvent, useState } from "react";
import { CollectionConsent } from "@/components/face/collection-consent";
import { shrinkPhoto } from "@/components/face/shrink-photo";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { messageOf } from "@/lib/messages";

/** The portrait side of the document (证件人像面) and what is done with it, before the face. */
export function DocumentStep({ onPhoto }: { onPhoto: (photo: Blob) => void }) {
  const [photo, setPhoto] = useState<Blob | null>(null);
  const [unreadable, setUnreadable] = useState(false);

  async function choose(event: ChangeEvent<HTMLInputElement>) {
    const file = event.target.files?.[0];
    if (!file) return;
    const small = await shrinkPhoto(file).catch(() => null);
    setUnreadable(small === null);
    setPhoto(small);
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
      <Button disabled={!photo} onClick={() => photo && onPhoto(photo)} className="w-full">
        开始扫脸
      </Button>
    </div>
  );
}
