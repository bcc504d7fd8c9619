import { notFound } from "next/navigation";
import type { RegionProfile } from "@/lib/regions/types";
import { servedRegion } from "@/lib/server/fixed-region";

/** The bureau a page's address names; answers 404 when this deployment does not serve it. */
export async function requireRegion(params: Promise<{ region: string }>): Promise<RegionProfile> {
  return servedRegion((await params).region) ?? notFound();
}
