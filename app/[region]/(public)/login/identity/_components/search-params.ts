import { type Query, readListQuery } from "@/app/[region]/_components/list-query";
import type { ProjectKind } from "@/generated/sqlite/enums";

/** Search text, page and type in the address of the choice; anything odd counts as not given. */
export function readSearch(query: Query): { search: string; page: number; kind?: ProjectKind } {
  const { kind } = query;
  return {
    ...readListQuery(query),
    ...((kind === "REPORT" || kind === "PROPERTY_SOURCE") && { kind }),
  };
}
