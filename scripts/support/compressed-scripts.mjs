// Imported before Next serves: scripts and style sheets go out as the build compressed them (`scripts/compress.mjs`), a
// sixth smaller than what Next compresses anew for every answer, and without its work. Next itself serves the files, with all their headers.
import { existsSync } from "node:fs";
import { Server } from "node:http";
import { join, resolve } from "node:path";
import { ROOT } from "./environment.mjs";

const FILES = resolve(ROOT, process.env.NEXT_DIST_DIR ?? ".next");
const CHUNK = /^\/_next\/(static\/chunks\/[\w.~-]+\.(js|css))(?:\?|$)/;
const TYPES = { js: "application/javascript; charset=UTF-8", css: "text/css; charset=UTF-8" };

/** Content type of a chunk that may go out compressed to whoever asks like this; null otherwise. */
function compressible({ method, url = "", headers }) {
  if (method !== "GET" && method !== "HEAD") return null;
  const [, path, extension] = CHUNK.exec(url) ?? [];
  if (!path || !/\bbr\b(?!\s*;\s*q=0(?:\.0+)?(?:,|$))/.test(headers["accept-encoding"] ?? ""))
    return null;
  return existsSync(join(FILES, `${path}.br`)) ? TYPES[extension] : null;
}

const emit = Server.prototype.emit;
Server.prototype.emit = function (event, ...rest) {
  const type = event === "request" ? compressible(rest[0]) : null;
  if (type) {
    const [request, response] = rest;
    request.url = request.url.replace(/\.(js|css)/, ".$1.br");
    const writeHead = response.writeHead;
    response.writeHead = function (status, ...others) {
      if (status === 200 || status === 206 || status === 304) {
        this.setHeader("Content-Type", type);
        this.setHeader("Content-Encoding", "br");
        this.setHeader("Vary", "Accept-Encoding");
      }
      return writeHead.call(this, status, ...others);
    };
  }
  return emit.call(this, event, ...rest);
};
