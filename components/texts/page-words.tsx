import type { ReactNode } from "react";
import { pageTexts } from "@/components/texts/request-texts";
import type { Dictionary } from "@/components/texts/texts";
import { TextsProvider } from "@/components/texts/texts-context";

/** Sends English words along to the browser, for the components that speak there; nothing is sent with a Chinese page. */
export function PageWords({ words, children }: { words: Dictionary; children: ReactNode }) {
  if (pageTexts().locale !== "en") return children;
  return <TextsProvider words={words}>{children}</TextsProvider>;
}
