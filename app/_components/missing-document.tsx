"use client";

import dynamic from "next/dynamic";
import { TroubleDocument } from "@/app/_components/trouble-document";

// Loaded where it is shown: this is part of every page's scripts.
const MissingPage = dynamic(() =>
  import("@/app/_components/missing-page").then((file) => file.MissingPage),
);

/** 页面不存在 as a document. */
export function MissingDocument() {
  return (
    <TroubleDocument title="页面不存在">
      <MissingPage />
    </TroubleDocument>
  );
}
