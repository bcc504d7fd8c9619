import type { RegionSlug } from "@/lib/regions/types";

/** Language of a page (界面语言, B18). */
export type Locale = "zh-CN" | "en";

/** Holds the language a visitor chose; no secret. Without it pages are Chinese. */
export const LOCALE_COOKIE = "locale";
export const LOCALE_COOKIE_SECONDS = 365 * 24 * 3600;

/** What follows a slug where the English edition of a bureau's pages is meant: no slug has a dot. */
const ENGLISH_SUFFIX = ".en";

/** The language of a cookie's value. */
export function readLocale(value: string | undefined): Locale {
  return value === "en" ? "en" : "zh-CN";
}

/**
 * The first part of the addresses by which the application itself knows the pages of a bureau in one language. Visitors never see
 * it: `proxy.ts` puts it in the place of the slug.
 */
export function editionOf(slug: RegionSlug, locale: Locale): string {
  return locale === "en" ? slug + ENGLISH_SUFFIX : slug;
}

/** Bureau and language of such a first part. */
export function readEdition(part: string): { slug: RegionSlug; locale: Locale } {
  return part.endsWith(ENGLISH_SUFFIX)
    ? { slug: part.slice(0, -ENGLISH_SUFFIX.length), locale: "en" }
    : { slug: part, locale: "zh-CN" };
}

/** Pages there are in English, below `/R`: the public ones, the main page, and a natural person's own. All others stay Chinese. */
const ENGLISH_PAGES: readonly RegExp[] = [
  /^$/,
  /^login(\/(unified|verify|identity|change-password))?$/,
  /^(register(\/(person|phone|overseas|details|face|confirm|done))?|forgot-password|find-phone|unlock|report\/.+|apps|terms|privacy)$/,
  /^(services|announcements)(\/[^/]+)?$/,
  /^account(\/(profile|phones|password|real-name|sessions|messages(\/.+)?|personal-data|records|close|switch))?$/,
  /^(home(\/favourites)?|functions(\/[^/]+)?|sso\/(consent|sign-out|verify))$/,
];

/** Whether the page of an address is there in English. */
export function isInEnglish(path: string): boolean {
  const page = path.split("/").slice(2).join("/");
  return ENGLISH_PAGES.some((pattern) => pattern.test(page));
}

/** Whether an address names an edition itself, which visitors cannot. */
export function namesEdition(path: string): boolean {
  return (path.split("/", 2)[1] ?? "").endsWith(ENGLISH_SUFFIX);
}
