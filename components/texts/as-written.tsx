import { useTexts } from "#use-texts";

const CHINESE_CHARACTER = /\p{Script=Han}/u;

/** A name or text that stays as people wrote it: Chinese within an English page is marked as such, for readers aloud. */
export function AsWritten({ children }: { children: string }) {
  const { locale } = useTexts();
  if (locale !== "en" || !CHINESE_CHARACTER.test(children)) return children;
  return <span lang="zh-CN">{children}</span>;
}
