import { FUNCTIONS, type TaxFunction } from "@/lib/domain/function-tree";
import { PUBLIC_SECTION } from "@/lib/domain/function-tree-services";

/** Functions of 公众服务, to be seen without signing in (辽宁 六(五)). */
export const PUBLIC_FUNCTIONS: readonly TaxFunction[] = FUNCTIONS.filter(
  ({ within }) => within[0] === PUBLIC_SECTION.code,
);

/** Where a function of this portal or of another system has its page, below the bureau's path. */
export function functionPath(each: TaxFunction): string {
  if (each.href !== undefined) return each.href;
  return `${PUBLIC_FUNCTIONS.includes(each) ? "services" : "functions"}/${each.code}`;
}
