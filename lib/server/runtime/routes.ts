import "server-only";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";

const LEVELS_OF_CLASS = 2;

/**
 * Finds the route of an address (路由) by the list that the build wrote: `/shandong/login/verify` is `/[region]/login/verify`. What the
 * build does not know is `other`, so that addresses people made up never become names.
 */
export function routeFinder(patterns: readonly string[]): (address: string) => string {
  const split = patterns.map((pattern) => ({ pattern, parts: pattern.split("/") }));
  // A fixed name goes before a parameter, and that before one that takes the rest of the address.
  const rank = (pattern: string) => pattern.replaceAll("[...", "~~").replaceAll("[", "~");
  split.sort((a, b) => (rank(a.pattern) < rank(b.pattern) ? -1 : 1));
  return (address) => {
    const [pathname = ""] = address.split("?", 1);
    if (pathname.startsWith("/_next/")) return "/_next";
    const parts = pathname.split("/");
    return split.find((route) => matches(route.parts, parts))?.pattern ?? "other";
  };
}

function matches(route: readonly string[], parts: readonly string[]): boolean {
  const rest = route.at(-1)?.startsWith("[...");
  if (rest ? parts.length < route.length : parts.length !== route.length) return false;
  return route.every((part, index) => part.startsWith("[") || part === parts[index]);
}

/** The class a route is counted in: its first two levels. */
export function routeClass(route: string): string {
  return route
    .split("/")
    .slice(0, LEVELS_OF_CLASS + 1)
    .join("/");
}

/** The finder for the build that is served; while developing every address is `other`. */
export function builtRoutes(folder = process.env.NEXT_DIST_DIR ?? ".next") {
  const file = path.join(process.cwd(), folder, "app-path-routes-manifest.json");
  const routes: Record<string, string> = existsSync(file)
    ? JSON.parse(readFileSync(file, "utf8"))
    : {};
  return routeFinder(Object.values(routes));
}
