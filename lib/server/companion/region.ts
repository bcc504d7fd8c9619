import "server-only";
import { cookies } from "next/headers";
import type { PhoneApp } from "@/lib/regions/apps";
import type { RegionProfile } from "@/lib/regions/types";
import { servedRegion, servedRegions } from "../fixed-region";
import { cookieFlags, cookieName } from "../session-cookie";

const COOKIE = "companion-region";
const YEAR_SECONDS = 365 * 24 * 3600;

/** Bureaus an application can be used in: 电子营业执照 only where one scans with it. */
export function regionsOfApp(app: PhoneApp): readonly RegionProfile[] {
  const regions = servedRegions();
  return app === "LICENSE"
    ? regions.filter(({ scanLoginApps }) => scanLoginApps.includes("LICENSE"))
    : regions;
}

/** The bureau chosen in the APP (办理地区), else the first. Null where the deployment serves none that has the application. */
export async function companionRegion(app: PhoneApp): Promise<RegionProfile | null> {
  const chosen = (await cookies()).get(cookieName(COOKIE))?.value;
  const offered = regionsOfApp(app);
  return offered.find(({ slug }) => slug === chosen) ?? offered[0] ?? null;
}

/** Remembers the bureau on this phone. */
export async function rememberCompanionRegion(slug: string): Promise<void> {
  if (!servedRegion(slug)) return;
  (await cookies()).set(cookieName(COOKIE), slug, {
    ...cookieFlags(),
    maxAge: YEAR_SECONDS,
  });
}
