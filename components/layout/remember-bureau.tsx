"use client";

import { useEffect } from "react";
import { BUREAU_COOKIE, BUREAU_COOKIE_SECONDS } from "@/components/layout/bureau-cookie";
import type { RegionSlug } from "@/lib/regions/types";

/** Remembers the bureau visited last, so that `/` offers it first (N0.2). */
export function RememberBureau({ slug }: { slug: RegionSlug }) {
  useEffect(() => {
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser yet
    document.cookie = `${BUREAU_COOKIE}=${slug}; path=/; max-age=${BUREAU_COOKIE_SECONDS}; samesite=lax`;
  }, [slug]);
  return null;
}
