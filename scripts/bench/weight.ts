import { get } from "node:http";

/** Bytes over the wire, before and after decompression is left to the browser: as served to a browser of today. */
export type Weight = { html: number; scripts: number; styles: number; scriptFiles: number };

const SKIPPED = /\snomodule/i;

/** Addresses of the scripts a document loads in a browser of today. */
export function scriptsOf(html: string): string[] {
  const tags = [...html.matchAll(/<script\b([^>]*)>/gi)].map(([, attributes = ""]) => attributes);
  const sources = tags
    .filter((attributes) => !SKIPPED.test(attributes))
    .map((attributes) => /\ssrc="([^"]+)"/i.exec(attributes)?.[1]);
  return [...new Set(sources.filter((source) => source !== undefined))];
}

/** Addresses of the style sheets of a document. */
export function stylesOf(html: string): string[] {
  const links = [...html.matchAll(/<link\b([^>]*)>/gi)].map(([, attributes = ""]) => attributes);
  const sheets = links
    .filter((attributes) => /\srel="stylesheet"/i.test(attributes))
    .map((attributes) => /\shref="([^"]+)"/i.exec(attributes)?.[1]);
  return [...new Set(sheets.filter((sheet) => sheet !== undefined))];
}

/** Weighs a page and what it loads at once. */
export async function weigh(origin: string, path: string): Promise<Weight> {
  const html = await (await fetch(origin + path)).text();
  const scripts = scriptsOf(html);
  const sum = async (paths: readonly string[]) => {
    const sizes = await Promise.all(paths.map((each) => servedBytes(origin + each)));
    return sizes.reduce((total, size) => total + size, 0);
  };
  return {
    html: await servedBytes(origin + path),
    scripts: await sum(scripts),
    styles: await sum(stylesOf(html)),
    scriptFiles: scripts.length,
  };
}

/** Bytes of a body as they come over the wire; `fetch` would decompress them. */
function servedBytes(url: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const request = get(url, { headers: { "accept-encoding": "gzip, deflate, br" } }, (answer) => {
      let bytes = 0;
      answer.on("data", (chunk: Buffer) => {
        bytes += chunk.length;
      });
      answer.on("end", () =>
        answer.statusCode === 200
          ? resolve(bytes)
          : reject(new Error(`${answer.statusCode} ${url}`)),
      );
    });
    request.on("error", reject);
  });
}
