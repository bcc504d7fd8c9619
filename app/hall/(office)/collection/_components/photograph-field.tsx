"use client";

import { Camera } from "lucide-react";
import { useEffect, useState } from "react";
import { useCamera } from "@/components/face/use-camera";
import { errorOf, useActionFormContext } from "@/components/form/action-form-context";
import { FieldFrame } from "@/components/form/field-frame";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { useHydrated } from "@/components/ui/use-hydrated";

const NAME = "photo";
const LABEL = "照片";

/** A photograph of the person: taken with the counter's camera, or a file. */
export function PhotographField({ onPhoto }: { onPhoto: (photo: Blob | null) => void }) {
  const { form, fieldId, noteField } = useActionFormContext();
  const [camera, setCamera] = useState(false);
  const [preview, setPreview] = useState<string | null>(null);
  const hydrated = useHydrated();
  const id = fieldId(NAME);
  const error = errorOf(form.formState.errors, NAME);
  useEffect(() => noteField(NAME, { label: LABEL, kind: "choice" }), [noteField]);
  useEffect(() => () => (preview ? URL.revokeObjectURL(preview) : undefined), [preview]);

  function take(photo: Blob | undefined) {
    onPhoto(photo ?? null);
    setPreview(photo ? URL.createObjectURL(photo) : null);
    form.clearErrors(NAME);
    setCamera(false);
  }

  return (
    <FieldFrame
      id={id}
      label={LABEL}
      hint="正面、免冠、光线均匀，只有本人；JPG 或 PNG"
      error={error}
    >
      <input
        id={id}
        type="file"
        accept="image/jpeg,image/png"
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? `${id}-hint ${id}-error` : `${id}-hint`}
        onChange={(event) => take(event.target.files?.[0])}
        className="min-h-11 w-full min-w-0 rounded-md border border-line-strong p-2"
      />
      {camera ? (
        <CounterCamera onPicture={take} />
      ) : (
        <Button
          variant="secondary"
          disabled={!hydrated}
          className="justify-self-start"
          onClick={() => setCamera(true)}
        >
          <Camera aria-hidden="true" className="size-5" />
          使用摄像头拍摄
        </Button>
      )}
      {preview && (
        // biome-ignore lint/performance/noImgElement: a picture of this browser's own, never fetched
        <img
          src={preview}
          alt="将要提交的照片"
          className="max-h-64 justify-self-start rounded-md"
        />
      )}
    </FieldFrame>
  );
}

function CounterCamera({ onPicture }: { onPicture: (picture: Blob) => void }) {
  const { video, state, picture } = useCamera("user");
  if (state === "unavailable") {
    return <Alert tone="warning" role="alert" title="无法使用摄像头，请检查权限或选择照片文件" />;
  }
  return (
    <div className="grid gap-3">
      <video ref={video} playsInline muted className="w-full rounded-md bg-surface" />
      <Button
        disabled={state !== "ready"}
        className="justify-self-start"
        onClick={async () => {
          const taken = await picture();
          if (taken) onPicture(taken);
        }}
      >
        拍摄
      </Button>
    </div>
  );
}
