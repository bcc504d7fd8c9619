import { useTexts } from "#use-texts";
import { buttonClass } from "@/components/ui/button-class";
import { Link } from "@/components/ui/link";

/**
 * Previous and next page as links; `hrefOf` gives a page's address. Shows nothing for a single page. `more`: pages were counted so
 * far only, there are others behind them.
 */
export function Pagination({
  page,
  pages,
  more = false,
  hrefOf,
}: {
  page: number;
  pages: number;
  more?: boolean;
  hrefOf: (page: number) => string;
}) {
  const t = useTexts();
  if (pages <= 1) return null;
  return (
    <nav aria-label={t("分页")} className="flex flex-wrap items-center justify-between gap-3">
      {page > 1 ? (
        <Link href={hrefOf(page - 1)} rel="prev" className={buttonClass("secondary")}>
          {t("上一页")}
        </Link>
      ) : (
        <span />
      )}
      <span className="text-muted tabular-nums">
        {more
          ? t("第 {page} 页，共 {pages} 页以上", { page, pages })
          : t("第 {page} 页，共 {pages} 页", { page, pages })}
      </span>
      {page < pages ? (
        <Link href={hrefOf(page + 1)} rel="next" className={buttonClass("secondary")}>
          {t("下一页")}
        </Link>
      ) : (
        <span />
      )}
    </nav>
  );
}
