import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";

/**
 * Writes a compressed file beside every script and style sheet of a finished build, for `scripts/support/compressed-scripts.mjs`.
 * @param {string} buildFolder absolute path
 * @returns {number} how many
 */
export function compressScripts(buildFolder) {
  const folder = join(buildFolder, "static", "chunks");
  const names = readdirSync(folder).filter((name) => /\.(?:js|css)$/.test(name));
  for (const name of names) {
    // At its best (11) by default: done once, served for as long as the build lives.
    writeFileSync(join(folder, `${name}.br`), brotliCompressSync(readFileSync(join(folder, name))));
  }
  return names.length;
}
