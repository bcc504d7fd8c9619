import { ArrowRight } from "lucide-react";
import { BureauName } from "@/components/layout/bureau-name";
import { RegionScene } from "@/components/layout/region-scene";
import { t } from "@/components/texts/request-texts";
import { Link } from "@/components/ui/link";
import type { RegionProfile } from "@/lib/regions/types";

/** One bureau to choose; the whole card is its link. */
export function BureauCard({ region }: { region: RegionProfile }) {
  return (
    <li
      data-accent={region.accent}
      className="relative flex min-w-0 flex-col overflow-hidden rounded-lg border border-line bg-raised shadow-raised transition-colors hover:border-accent"
    >
      <div className="relative h-28 overflow-hidden sm:h-36">
        <RegionScene accent={region.accent} crop="band" className="absolute inset-0" />
        <span
          aria-hidden="true"
          className="absolute top-3 left-3 rounded-sm bg-raised px-2 font-semibold text-accent"
        >
          {t.named(region.name)}
        </span>
      </div>
      <div className="flex flex-1 items-center justify-between gap-3 p-4">
        <Link
          href={`/${region.slug}`}
          className="font-semibold after:absolute after:inset-0 after:rounded-lg focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:outline-focus focus-visible:after:-outline-offset-2"
        >
          <BureauName name={t.named(region.bureauName)} />
        </Link>
        <ArrowRight aria-hidden="true" className="size-5 shrink-0 text-accent" />
      </div>
    </li>
  );
}
