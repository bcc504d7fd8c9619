import { pageTexts } from "@/components/texts/request-texts";
import { englishNotice } from "@/lib/english/notices";

type Notice = {
  title: string;
  text: string;
  kind: string;
  params: Readonly<Record<string, string>>;
};

/** A message of the person's in the language of the page being rendered. */
export function noticeWords({ title, text, kind, params }: Notice): {
  title: string;
  text: string;
} {
  const english = pageTexts().locale === "en" ? englishNotice(kind, params) : null;
  return english ?? { title, text };
}
