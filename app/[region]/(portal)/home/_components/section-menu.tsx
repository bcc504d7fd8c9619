import { __iconData as files } from "lucide-react/icons/files";
import { __iconData as megaphone } from "lucide-react/icons/megaphone";
import { __iconData as messages } from "lucide-react/icons/messages-square";
import { __iconData as search } from "lucide-react/icons/search";
import { __iconData as sliders } from "lucide-react/icons/sliders-horizontal";
import { __iconData as userRound } from "lucide-react/icons/user-round";
import { t } from "@/components/texts/request-texts";
import { cn } from "@/components/ui/cn";
import { Icon } from "@/components/ui/icon";
import { Link } from "@/components/ui/link";
import { FUNCTION_TREE, type TaxFunction } from "@/lib/domain/function-tree";

const FIRST = "tax";

/** 我要办税 and 我要查询 stand on top; the others follow in the order of the tree. */
const ON_TOP = [FIRST, "query"];

const ICONS: Readonly<Record<string, typeof files>> = {
  tax: files,
  query: search,
  "user-centre": userRound,
  interaction: messages,
  "public-services": megaphone,
  personalised: sliders,
};

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
  current: string;
};

/** 办税区: the six sections, each with the number of functions the acting identity has there. */
export function SectionMenu({ region, granted, current }: SectionMenuProps) {
  const rank = ({ code }: { code: string }) => (ON_TOP.includes(code) ? 0 : 1);
  const sections = [...FUNCTION_TREE].sort((a, b) => rank(a) - rank(b));
  return (
    <nav aria-label={t("功能区")} className="no-print min-w-0">
      <ul className="grid grid-cols-2 gap-2 sm:gap-3 xl:grid-cols-4">
        {sections.map(({ code, name }) => {
          const count = granted.filter(({ within }) => within[0] === code).length;
          const onTop = ON_TOP.includes(code);
          return (
            <li key={code} className={cn("grid", onTop && "xl:col-span-2")}>
              <Link
                href={`/${region}/home?section=${code}`}
                scroll={false}
                aria-current={code === current ? "page" : undefined}
                className={cn(
                  "flex items-center gap-2 rounded-lg border px-3 sm:gap-3",
                  onTop ? "min-h-16 font-semibold sm:text-lg" : "min-h-12",
                  code === current
                    ? "border-accent bg-accent-soft text-accent"
                    : "border-line bg-raised hover:border-accent",
                )}
              >
                <Icon of={ICONS[code] ?? files} className="size-5 shrink-0 text-accent" />
                <span className="min-w-0 flex-1">{t.named(name)}</span>
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
