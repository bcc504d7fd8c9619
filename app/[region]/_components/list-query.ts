import { toHalfWidth } from "@/lib/domain/normalize";

const MAX_SEARCH = 60;
const MAX_PAGE = 10_000;
/** Control characters and halves of surrogate pairs: PostgreSQL refuses some. */
const NOT_TEXT = /[\p{Cc}\p{Cs}]/gu;

/** The query part of an address as Next hands it over. */
export type Query = Record<string, string | string[] | undefined>;

/** Search text (`q`) and page of a list; anything odd counts as not given. */
export function readListQuery({ q, page }: Query): { search: string; page: number } {
  const number = Number(page);
  return {
    search:
      typeof q === "string" ? toHalfWidth(q.slice(0, MAX_SEARCH)).replace(NOT_TEXT, "").trim() : "",
    page: Number.isInteger(number) && number >= 1 && number <= MAX_PAGE ? number : 1,
  };
}
