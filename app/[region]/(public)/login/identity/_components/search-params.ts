import type { ProjectKind } from "@/generated/sqlite/enums";

const MAX_SEARCH = 60;
const MAX_PAGE = 10_000;

/** Search text, page and type in the address of the choice; anything odd counts as not given. */
export function readSearch(query: Record<string, string | string[] | undefined>): {
  search: string;
  page: number;
  kind?: ProjectKind;
} {
  const { q, page, kind } = query;
  const number = Number(page);
  return {
    search: typeof q === "string" ? q.trim().slice(0, MAX_SEARCH) : "",
    page: Number.isInteger(number) && number >= 1 && number <= MAX_PAGE ? number : 1,
    ...((kind === "REPORT" || kind === "PROPERTY_SOURCE") && { kind }),
  };
}
