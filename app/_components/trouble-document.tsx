"use client";

import { type ReactNode, useEffect } from "react";
import { Document } from "@/app/_components/document";
import { CHINESE, textsOf } from "@/components/texts/texts";
import { TextsContext } from "@/components/texts/texts-context";
import { useVisitorLocale } from "@/components/texts/use-visitor-locale";
import type { SourceText } from "@/lib/english/dictionary";
import { TROUBLE_ENGLISH } from "@/lib/english/trouble";

const IN_ENGLISH = textsOf(TROUBLE_ENGLISH);

/** The document of a page that failed or is not there. It is the same for everybody until the browser knows the language. */
export function TroubleDocument({ title, children }: { title: SourceText; children: ReactNode }) {
  const locale = useVisitorLocale();
  const texts = locale === "en" ? IN_ENGLISH : CHINESE;
  // The metadata of such a page does not outlast its hydration, and is Chinese.
  useEffect(() => {
    document.title = `${texts(title)} - ${texts("电子税务局统一登录门户")}`;
  }, [texts, title]);
  return (
    <Document locale={locale}>
      <TextsContext value={texts}>{children}</TextsContext>
    </Document>
  );
}
