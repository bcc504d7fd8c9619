import Link from "next/link";
import { cn } from "@/components/ui/cn";
import { FUNCTION_TREE, type TaxFunction } from "@/lib/domain/function-tree";

const FIRST = "tax";

/** The section an address asks for; otherwise 我要办税, or the first one that has functions. */
export function openSection(
  granted: readonly TaxFunction[],
  wanted: string | string[] | undefined,
): string {
  const sections = FUNCTION_TREE.map(({ code }) => code);
  if (typeof wanted === "string" && sections.includes(wanted)) return wanted;
  const has = (section: string) => granted.some(({ within }) => within[0] === section);
  return has(FIRST) ? FIRST : (sections.find((each) => each === "query" && has(each)) ?? FIRST);
}

type SectionMenuProps = {
  region: string;
  granted: readonly TaxFunction[];
  current: string | null;
};

/** 功能区: the six sections, each with the number of functions the acting identity has there. */
export function SectionMenu({ region, granted, current }: SectionMenuProps) {
  return (
    <nav aria-label="功能区" className="min-w-0">
      <ul className="grid grid-cols-2 gap-1 sm:grid-cols-3 lg:grid-cols-1">
        {FUNCTION_TREE.map(({ code, name }) => {
          const count = granted.filter(({ within }) => within[0] === code).length;
          return (
            <li key={code}>
              <Link
                href={`/${region}/home?section=${code}`}
                scroll={false}
                aria-current={code === current ? "page" : undefined}
                className={cn(
                  "flex min-h-11 items-center justify-between gap-2 rounded-md border-l-4 px-3 py-2",
                  code === current
                    ? "border-accent bg-accent-soft font-semibold text-accent"
                    : "border-transparent hover:bg-accent-soft",
                )}
              >
                {name}
                <span aria-hidden="true" className="font-normal text-muted text-sm tabular-nums">
                  {count}
                </span>
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
