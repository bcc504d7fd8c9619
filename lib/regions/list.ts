import { liaoning } from "@/lib/regions/liaoning";
import { qingdao } from "@/lib/regions/qingdao";
import { shandong } from "@/lib/regions/shandong";
import type { RegionProfile } from "@/lib/regions/types";
import { xizang } from "@/lib/regions/xizang";
import { yunnan } from "@/lib/regions/yunnan";

/** Every bureau of this deployment, in the order visitors see them. A new one is one file and one line here (N0.1). */
export const REGIONS: readonly RegionProfile[] = [xizang, shandong, qingdao, liaoning, yunnan];

/** The bureau of a slug, undefined when there is none: compare exactly, a slug comes from the URL. */
export function findRegion(slug: string): RegionProfile | undefined {
  return REGIONS.find((region) => region.slug === slug);
}

/** The bureau in whose name something is sent, by its full name. */
export function regionOfBureau(bureauName: string): string | undefined {
  return REGIONS.find((region) => region.bureauName === bureauName)?.slug;
}
