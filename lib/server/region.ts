import "server-only";
import { notFound } from "next/navigation";
import { findRegion } from "@/lib/regions/list";
import type { RegionProfile } from "@/lib/regions/types";

/** The bureau a page is of; a slug nobody has is a page that does not exist. */
export function requireRegion(slug: string): RegionProfile {
  return findRegion(slug) ?? notFound();
}
