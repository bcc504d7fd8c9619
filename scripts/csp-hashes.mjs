import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/**
 * Hashes of the inline scripts of a page, as Content-Security-Policy names them.
 * @param {string} html
 * @returns {string[]}
 */
export function inlineScriptHashes(html) {
  const scripts = html.matchAll(/<script\b([^>]*)>([\s\S]*?)<\/script>/gi);
  const inline = [...scripts].filter(([, attributes, text]) => !/\ssrc=/i.test(attributes) && text);
  const hashes = inline.map(([, , text]) => createHash("sha256").update(text).digest("base64"));
  return [...new Set(hashes)].map((hash) => `sha256-${hash}`);
}

/**
 * What makes a prerendered page change after the build, when its hashes would no longer fit.
 * @param {{ routes: object, dynamicRoutes: object }} manifest Next's prerender manifest
 * @returns {string[]} one sentence per page
 */
export function changingPages({ routes, dynamicRoutes }) {
  return [
    ...Object.entries(routes)
      .filter(([, route]) => route.initialRevalidateSeconds !== false)
      .map(([path]) => `${path} revalidates: make it fully static or dynamic.`),
    ...Object.entries(dynamicRoutes)
      .filter(([, route]) => route.fallback !== false)
      .map(([path]) => `${path} prerenders on demand: export dynamicParams = false.`),
  ];
}

/**
 * Writes `csp-hashes.json` into a finished build, for `proxy.ts`.
 * @param {string} buildFolder absolute path
 */
export function writeScriptHashes(buildFolder) {
  const manifest = JSON.parse(readFileSync(join(buildFolder, "prerender-manifest.json"), "utf8"));
  const changing = changingPages(manifest);
  if (changing.length > 0)
    throw new Error(`Prerendered pages must not change:\n${changing.join("\n")}`);
  const pages = {};
  for (const path of Object.keys(manifest.routes)) {
    const file = join(
      buildFolder,
      "server",
      "app",
      `${path === "/" ? "index" : path.slice(1)}.html`,
    );
    if (existsSync(file)) pages[path] = inlineScriptHashes(readFileSync(file, "utf8"));
  }
  const { "/_not-found": notFound = [], "/_global-error": failed = [], ...rest } = pages;
  const common = [...new Set([...notFound, ...failed])];
  writeFileSync(join(buildFolder, "csp-hashes.json"), JSON.stringify({ pages: rest, common }));
  return Object.keys(rest).length;
}
