import "server-only";
import { readFileSync } from "node:fs";
import { join } from "node:path";

/** Hashes of inline scripts, as `scripts/csp-hashes.mjs` writes them after a build. */
export type ScriptHashes = {
  /** By path of a prerendered page. */
  pages: Record<string, readonly string[]>;
  /** Of the prerendered "not found" and error pages, which any path may answer with. */
  common: readonly string[];
};

export type PolicySources = {
  /** Of this one answer; null for a prerendered page, which cannot carry one. */
  nonce: string | null;
  hashes: readonly string[];
  /** Development server: hot reload needs eval, a web socket and inline styles. */
  development: boolean;
  /** Visitors come by https. */
  secure: boolean;
};

/** The Content-Security-Policy of one page (内容安全策略, ASVS 5.0 V3.4). */
export function contentPolicy({ nonce, hashes, development, secure }: PolicySources): string {
  const own = ["'self'", ...(nonce ? [`'nonce-${nonce}'`] : [])];
  const directives: Record<string, readonly string[]> = {
    "default-src": ["'none'"],
    "script-src": [
      ...own,
      ...hashes.map((hash) => `'${hash}'`),
      ...(development ? ["'unsafe-eval'"] : []),
    ],
    "style-src": development ? ["'self'", "'unsafe-inline'"] : own,
    "img-src": ["'self'", "data:", "blob:"],
    "font-src": ["'self'"],
    "connect-src": development ? ["'self'", "ws:"] : ["'self'"],
    "media-src": development ? ["'self'", "blob:"] : ["'self'"],
    "worker-src": ["'self'"],
    "manifest-src": ["'self'"],
    "base-uri": ["'none'"],
    "form-action": ["'self'"],
    "frame-ancestors": ["'none'"],
    ...(secure ? { "upgrade-insecure-requests": [] } : {}),
  };
  return Object.entries(directives)
    .map(([name, sources]) => [name, ...sources].join(" "))
    .join("; ");
}

/** Policy of answers that are data, not pages. */
export const DATA_POLICY = "default-src 'none'; frame-ancestors 'none'";

/**
 * Reads the hashes of the present build.
 * @throws Error when the build was made without them: its prerendered pages would not run
 */
export function readScriptHashes(buildFolder: string): ScriptHashes {
  const path = join(/* turbopackIgnore: true */ process.cwd(), buildFolder, "csp-hashes.json");
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch (cause) {
    throw new Error("Script hashes of this build are missing: build with `npm run build`.", {
      cause,
    });
  }
}
