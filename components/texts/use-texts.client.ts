import { useContext } from "react";
import type { Texts } from "@/components/texts/texts";
import { TextsContext } from "@/components/texts/texts-context";

/** The words of the page, for components of the browser and those of both sides. */
export function useTexts(): Texts {
  return useContext(TextsContext);
}
