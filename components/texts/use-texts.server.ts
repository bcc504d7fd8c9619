import { pageTexts } from "@/components/texts/request-texts";
import type { Texts } from "@/components/texts/texts";

/** What `#use-texts` is in components of the server. */
export function useTexts(): Texts {
  return pageTexts();
}
