"use client";

import dynamic from "next/dynamic";
import { TroubleDocument } from "@/app/_components/trouble-document";

// Loaded where it is shown: this is part of every page's scripts. Where it cannot be, app/global-error.tsx speaks.
const FailedPage = dynamic(() =>
  import("@/app/_components/failed-page").then((file) => file.FailedPage),
);

export default function ErrorPage(props: { error: unknown; retry: () => void }) {
  return (
    <TroubleDocument title="页面暂时无法打开">
      <FailedPage {...props} />
    </TroubleDocument>
  );
}
