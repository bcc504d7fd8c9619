import { notFound } from "next/navigation";
import { setLocale } from "@/components/texts/request-texts";
import { readEdition } from "@/lib/regions/editions";
import type { RegionProfile } from "@/lib/regions/types";
import { servedRegion } from "@/lib/server/fixed-region";

/**
 * The bureau a page's address names; answers 404 when this deployment does not serve it. From here on the page speaks the
 * language of its edition.
 */
export async function requireRegion(params: Promise<{ region: string }>): Promise<RegionProfile> {
  const { slug, locale } = readEdition((await params).region);
  setLocale(locale);
  return servedRegion(slug) ?? notFound();
}
