"use client";

import { createContext, type ReactNode, useContext, useMemo } from "react";
import { CHINESE, type Dictionary, type Texts, textsOf } from "@/components/texts/texts";

export const TextsContext = createContext<Texts>(CHINESE);

/** Gives components of the browser more English words; those of outer providers stay known. */
export function TextsProvider({ words, children }: { words: Dictionary; children: ReactNode }) {
  const outer = useContext(TextsContext).dictionary;
  const texts = useMemo(() => textsOf({ ...outer, ...words }), [outer, words]);
  return <TextsContext value={texts}>{children}</TextsContext>;
}
