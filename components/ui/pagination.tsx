import Link from "next/link";
import { buttonClass } from "@/components/ui/button-class";

/** Previous and next page as links; `hrefOf` gives a page's address. Shows nothing for a single page. */
export function Pagination({
  page,
  pages,
  hrefOf,
}: {
  page: number;
  pages: number;
  hrefOf: (page: number) => string;
}) {
  if (pages <= 1) return null;
  return (
    <nav aria-label="分页" className="flex flex-wrap items-center justify-between gap-3">
      {page > 1 ? (
        <Link href={hrefOf(page - 1)} rel="prev" className={buttonClass("secondary")}>
          上一页
        </Link>
      ) : (
        <span />
      )}
      <span className="text-muted tabular-nums">
        第 {page} 页，共 {pages} 页
      </span>
      {page < pages ? (
        <Link href={hrefOf(page + 1)} rel="next" className={buttonClass("secondary")}>
          下一页
        </Link>
      ) : (
        <span />
      )}
    </nav>
  );
}
