import { englishDay, englishMoment, formatDay, formatMoment } from "@/lib/domain/china-time";
import type { SourceText } from "@/lib/english/dictionary";
import { fillText, type TextParams } from "@/lib/english/fill";
import type { Locale } from "@/lib/regions/editions";

/** Chinese text, or the code of a problem, → English text. */
export type Dictionary = Readonly<Record<string, string>>;

/** Says things in the language of a page (界面语言, B18). */
export type Words = {
  /** A text by its Chinese wording, with `{names}` filled in. */
  (text: SourceText, params?: TextParams): string;
  /** A name that comes from data: a label, a bureau, an APP; as it is where it has no English one. */
  named: (text: string) => string;
  /** "YYYY-MM-DD" for people. */
  day: (day: string) => string;
  moment: (instant: Date) => string;
};

/** The words of a page, with what makes them. */
export type Texts = Words & {
  locale: Locale;
  /** Null in Chinese. */
  dictionary: Dictionary | null;
};

/** Words by a dictionary; without one in Chinese, as they stand in the page. */
export function textsOf(dictionary: Dictionary | null): Texts {
  const named = (text: string): string =>
    dictionary ? (dictionary[text] ?? composedName(dictionary, text)) : text;
  const say = (text: SourceText, params?: TextParams) => fillText(named(text), params);
  return Object.assign(say, {
    named,
    day: dictionary ? englishDay : formatDay,
    moment: dictionary ? englishMoment : formatMoment,
    locale: dictionary ? ("en" as const) : ("zh-CN" as const),
    dictionary,
  });
}

/** 「Chrome（安卓）」: both parts by name; a name without an English one stays as it is. */
function composedName(dictionary: Dictionary, text: string): string {
  const [, whole, part] = /^([^（）]+)（([^（）]+)）$/.exec(text) ?? [];
  if (!whole || !part) return text;
  return `${dictionary[whole] ?? whole} (${dictionary[part] ?? part})`;
}

export const CHINESE = textsOf(null);
