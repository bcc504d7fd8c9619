import { t } from "@/components/texts/request-texts";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import { pathText, type TaxFunction } from "@/lib/domain/function-tree";
import { functionHref } from "../../_components/function-href";

type SearchResultsProps = {
  region: string;
  search: string;
  found: readonly TaxFunction[];
  granted: readonly TaxFunction[];
};

/** 搜索结果 with full paths; functions one does not have lead to the reason (B14). */
export function SearchResults({ region, search, found, granted }: SearchResultsProps) {
  return (
    <section aria-labelledby="found" className="min-w-0">
      <h2 id="found" className="text-lg">
        {t("搜索结果")}
      </h2>
      <p role="status" className="mt-1 mb-3 text-muted">
        {t("“{search}”找到{count}个功能", { search, count: found.length })}
      </p>
      {found.length === 0 ? (
        <EmptyState title={t("没有找到相关功能")}>
          {t("换一个更短的词再试，例如“发票”“增值税”；也可以用拼音首字母，例如“fp”。")}
        </EmptyState>
      ) : (
        <ul className="divide-y divide-line rounded-lg border border-line bg-raised">
          {found.map((each) => {
            const has = granted.includes(each);
            return (
              <li key={each.code} className="relative px-4 py-3 hover:bg-accent-soft">
                <Link
                  href={has ? functionHref(region, each) : `/${region}/functions/${each.code}`}
                  title={pathText(each, t.named)}
                  className="font-semibold text-accent after:absolute after:inset-0"
                >
                  {t.named(each.name)}
                </Link>
                <p className="text-muted text-sm">{pathText(each, t.named)}</p>
                {!has && <p className="text-sm text-warning">{t("当前身份不能使用，查看原因")}</p>}
              </li>
            );
          })}
        </ul>
      )}
    </section>
  );
}
