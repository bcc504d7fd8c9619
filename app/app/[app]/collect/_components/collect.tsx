"use client";

import { useState } from "react";
import { beginCollectionAction } from "@/app/app/actions";
import { DocumentStep } from "@/components/face/document-step";
import { FaceCapture } from "@/components/face/face-capture";
import { Alert } from "@/components/ui/alert";
import { buttonClass } from "@/components/ui/button-class";
import type { ScanApp } from "@/lib/regions/types";

/** Document first, then the face; both go to the server together, which decides whether they are one person. */
export function Collect({ app, filmAllowed }: { app: ScanApp; filmAllowed: boolean }) {
  const [photo, setPhoto] = useState<Blob | null>(null);
  const [done, setDone] = useState(false);
  if (done) {
    return (
      <Alert tone="success" role="status" title="实名信息采集成功">
        <p>您的个人实名等级为四级。</p>
      </Alert>
    );
  }
  if (!photo) return <DocumentStep onPhoto={setPhoto} />;
  return (
    <FaceCapture
      begin={() => beginCollectionAction({ app })}
      subject={{ app, photo }}
      onPassed={() => setDone(true)}
      filmAllowed={filmAllowed}
      startAtOnce
      otherWay={
        <button type="button" onClick={() => setPhoto(null)} className={buttonClass("ghost")}>
          重新拍摄证件
        </button>
      }
    />
  );
}
