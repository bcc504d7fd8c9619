import type { TaxFunction } from "@/lib/domain/function-tree";

/** Where a function is used: a page of this portal, or the page that says who performs it. */
export function functionHref(region: string, { code, href }: TaxFunction): string {
  if (href === undefined) return `/${region}/functions/${code}`;
  return href.startsWith("#") ? `/${region}${href}` : `/${region}/${href}`;
}
