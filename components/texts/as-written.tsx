import { useTexts } from "#use-texts";
import type { Locale } from "@/lib/regions/editions";

const CHINESE_CHARACTER = /\p{Script=Han}/u;

/** What `lang` says of a text people wrote, where it is Chinese within a page in English. */
export function writtenIn(text: string, page: Locale): "zh-CN" | undefined {
  return page === "en" && CHINESE_CHARACTER.test(text) ? "zh-CN" : undefined;
}

/** A name or text that stays as people wrote it: Chinese within an English page is marked as such, for readers aloud. */
export function AsWritten({ children }: { children: string }) {
  const { locale } = useTexts();
  const lang = writtenIn(children, locale);
  return lang ? <span lang={lang}>{children}</span> : children;
}
