import "server-only";
import { cache } from "react";
import { problemTextOf } from "@/components/texts/problem-text";
import { CHINESE, type Texts, textsOf, type Words } from "@/components/texts/texts";
import type { Problem } from "@/lib/domain/result";
import { ENGLISH } from "@/lib/english/dictionary";
import type { Locale } from "@/lib/regions/editions";

const IN_ENGLISH = textsOf(ENGLISH);

/** One per page being rendered: React forgets it with the page. */
const rendered = cache((): { texts: Texts } => ({ texts: CHINESE }));

/** Sets the language of the page being rendered; whatever reads an edition of the address does so before anything is said. */
export function setLocale(locale: Locale): void {
  rendered().texts = locale === "en" ? IN_ENGLISH : CHINESE;
}

/** The words of the page being rendered, for components of the server. */
export function pageTexts(): Texts {
  return rendered().texts;
}

/** A text of the page being rendered, by its Chinese wording. */
export const t: Words = Object.assign(
  (...[text, params]: Parameters<Texts>) => pageTexts()(text, params),
  {
    named: (text: string) => pageTexts().named(text),
    day: (day: string) => pageTexts().day(day),
    moment: (instant: Date) => pageTexts().moment(instant),
  },
);

/** The sentence of a problem in the language of the page being rendered. */
export function problemText(problem: Problem): string {
  return problemTextOf(pageTexts().dictionary, problem);
}
