import "server-only";

/** Choices shown at once; more are reached by search and paging (B8). */
export const OPTIONS_ON_ONE_PAGE = 20;

/** Whose choices, as of when. */
export type Ask = { personId: string; now: Date };

/** Search text and page, counted from 1. */
export type Page = { search: string; page: number };

/** The rows of a page. */
export function pageWindow(page: number) {
  return { skip: (page - 1) * OPTIONS_ON_ONE_PAGE, take: OPTIONS_ON_ONE_PAGE };
}

/** Name or code of an enterprise that contains the search text. */
export function named(search: string) {
  if (!search) return {};
  return {
    OR: [{ name: { contains: search } }, { creditCode: { contains: search.toUpperCase() } }],
  };
}
