import { ArrowLeftRight } from "lucide-react";
import { useTexts } from "#use-texts";
import { BureauName } from "@/components/layout/bureau-name";
import { LanguageSwitch } from "@/components/layout/language-switch";
import { Mark } from "@/components/layout/mark";
import { ThemeSwitch } from "@/components/layout/theme-switch";
import { Link } from "@/components/ui/link";
import type { RegionProfile } from "@/lib/regions/types";

type SiteHeaderProps = { region?: Pick<RegionProfile, "slug" | "bureauName"> };

/** Mark and name of the bureau, and the way to the others. */
export function SiteHeader({ region }: SiteHeaderProps) {
  const t = useTexts();
  return (
    <header className="border-line border-b bg-raised">
      <div className="mx-auto flex min-h-16 max-w-6xl items-center gap-1 px-4 py-2 sm:px-6">
        <Link
          href={region ? `/${region.slug}` : "/"}
          className="flex min-h-11 min-w-0 flex-1 items-center gap-3 rounded-md"
        >
          <Mark />
          <span className="min-w-0 font-semibold text-sm leading-tight sm:text-lg">
            <BureauName name={region ? t.named(region.bureauName) : t("电子税务局统一登录门户")} />
          </span>
        </Link>
        {region && (
          <Link
            href="/"
            className="no-print flex min-h-11 min-w-11 shrink-0 items-center justify-center rounded-md px-2 text-muted text-sm hover:bg-accent-soft hover:text-accent"
          >
            <ArrowLeftRight aria-hidden="true" className="size-5 sm:hidden" />
            <span className="sr-only sm:not-sr-only">{t("选择税务局")}</span>
          </Link>
        )}
        <LanguageSwitch />
        <ThemeSwitch />
      </div>
    </header>
  );
}
