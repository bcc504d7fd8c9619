import { editionOf } from "@/lib/regions/editions";
import type { RegionProfile } from "@/lib/regions/types";

/** The pages to prerender for bureaus: one of each language (B18). */
export function editionParams(regions: readonly RegionProfile[]): { region: string }[] {
  return regions.flatMap(({ slug }) => [
    { region: editionOf(slug, "zh-CN") },
    { region: editionOf(slug, "en") },
  ]);
}
