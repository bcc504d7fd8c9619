import "server-only";
import { findRegion, REGIONS } from "@/lib/regions/list";
import type { RegionProfile, RegionSlug } from "@/lib/regions/types";

/**
 * The one bureau this deployment is fixed to by FIXED_REGION (N0.2), null when it serves all.
 * @throws Error when the variable names no bureau: every address would answer 404 otherwise
 */
export function fixedRegion(): RegionProfile | null {
  // Read from the process itself: a build prerenders pages before the deployment's secrets exist.
  const slug = process.env.FIXED_REGION;
  if (!slug) return null;
  const region = findRegion(slug);
  if (!region) throw new Error(`FIXED_REGION names no bureau: ${slug}`);
  return region;
}

/** The bureaus visitors of this deployment may use. */
export function servedRegions(): readonly RegionProfile[] {
  const fixed = fixedRegion();
  return fixed ? [fixed] : REGIONS;
}

/** The bureau of a slug if this deployment serves it. */
export function servedRegion(slug: RegionSlug): RegionProfile | undefined {
  return servedRegions().find((region) => region.slug === slug);
}
