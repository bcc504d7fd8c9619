import { t } from "@/components/texts/request-texts";
import { pathText, type TaxFunction } from "@/lib/domain/function-tree";
import { functionHref } from "./function-href";

type FunctionLinkProps = {
  region: string;
  each: TaxFunction;
  /** The acting identity may use it; otherwise the link leads to the reason (B14). */
  usable?: boolean;
};

/**
 * A line of a list of functions; pointing at it shows the whole name (完整功能名称). A plain anchor, of which a page has dozens:
 * `RoutedLinks` follows it.
 */
export function FunctionLink({ region, each, usable = true }: FunctionLinkProps) {
  return (
    <a
      href={usable ? functionHref(region, each) : `/${region}/functions/${each.code}`}
      data-routed=""
      title={pathText(each, t.named)}
      className="function-link"
    >
      {t.named(each.name)}
      {!usable && <span className="text-muted text-sm">{t("未授权")}</span>}
    </a>
  );
}
