"use client";

import { QRCodeSVG } from "qrcode.react";
import { useEffect, useState } from "react";
import { useTexts } from "#use-texts";

/** The address of an application as a code, and as a link for whoever reads this on the phone itself. */
export function DownloadCode({ path, name }: { path: string; name: string }) {
  const t = useTexts();
  const [origin, setOrigin] = useState("");
  useEffect(() => setOrigin(window.location.origin), []);
  return (
    <>
      <div className="size-44">
        {origin && (
          <QRCodeSVG
            value={`${origin}${path}`}
            role="img"
            aria-label={t("{app}下载二维码", { app: name })}
            marginSize={2}
            className="size-full"
          />
        )}
      </div>
      <a href={path} className="link inline-flex min-h-11 items-center">
        {t("在手机上打开")}
      </a>
    </>
  );
}
