import { ChevronRight } from "lucide-react";
import { useTexts } from "#use-texts";
import { AsWritten } from "@/components/texts/as-written";
import { Link } from "@/components/ui/link";

/** The way from the top to this page; the last entry is the page itself. */
export function Breadcrumb({ items }: { items: readonly { label: string; href?: string }[] }) {
  const t = useTexts();
  return (
    <nav aria-label={t("当前位置")} className="no-print text-sm">
      <ol className="flex flex-wrap items-center gap-x-1">
        {items.map((item, index) => (
          <li key={item.label} className="flex items-center gap-1">
            {index > 0 && (
              <ChevronRight aria-hidden="true" className="size-4 shrink-0 text-line-strong" />
            )}
            {item.href ? (
              <Link href={item.href} className="link inline-flex min-h-11 items-center">
                <AsWritten>{item.label}</AsWritten>
              </Link>
            ) : (
              <span aria-current="page" className="text-muted">
                <AsWritten>{item.label}</AsWritten>
              </span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
