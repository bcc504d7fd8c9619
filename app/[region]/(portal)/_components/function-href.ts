import { t } from "@/components/texts/request-texts";
import { functionPath } from "@/lib/domain/function-paths";
import type { TaxFunction } from "@/lib/domain/function-tree";

/** Where a function is used: a page of this portal, or the page that says who performs it. */
export function functionHref(region: string, each: TaxFunction): string {
  return `/${region}/${functionPath(each)}`;
}

/** The whole way to a function (完整功能路径) as links to where each part of it stands on the main page. */
export function functionWay(region: string, each: TaxFunction): { label: string; href?: string }[] {
  const section = `/${region}/home?section=${each.within[0]}`;
  return each.path.map((name, index) => {
    const label = t.named(name);
    if (index === each.path.length - 1) return { label };
    return { label, href: index === 0 ? section : `${section}&module=${each.within[1]}` };
  });
}
