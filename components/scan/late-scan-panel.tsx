"use client";

import dynamic from "next/dynamic";
import { Spinner } from "@/components/ui/spinner";

/** Holds the place of the code while what draws it is fetched. */
function Coming() {
  return (
    <div className="mx-auto grid aspect-square w-full max-w-48 place-items-center rounded-md border border-line">
      <Spinner className="size-8 text-muted" />
    </div>
  );
}

/** ScanPanel, fetched where a code is to be shown: whoever types a password on a phone never needs it. */
export const LateScanPanel = dynamic(
  () => import("@/components/scan/scan-panel").then((file) => file.ScanPanel),
  { loading: Coming },
);
