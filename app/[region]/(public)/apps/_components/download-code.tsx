"use client";

import { QRCodeSVG } from "qrcode.react";
import { useEffect, useState } from "react";

/** The address of an application as a code, and as a link for whoever reads this on the phone itself. */
export function DownloadCode({ path, name }: { path: string; name: string }) {
  const [origin, setOrigin] = useState("");
  useEffect(() => setOrigin(window.location.origin), []);
  return (
    <>
      <div className="size-44">
        {origin && (
          <QRCodeSVG
            value={`${origin}${path}`}
            role="img"
            aria-label={`${name}下载二维码`}
            marginSize={2}
            className="size-full"
          />
        )}
      </div>
      <a href={path} className="link inline-flex min-h-11 items-center">
        在手机上打开
      </a>
    </>
  );
}
