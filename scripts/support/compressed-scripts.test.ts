import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { createServer, get, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliDecompressSync } from "node:zlib";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { compressScripts } from "../compress.mjs";

const SCRIPT = "console.log('a script');\n".repeat(100);
const build = mkdtempSync(join(tmpdir(), "build-"));
const chunks = join(build, "static", "chunks");

/** What Next does for a script: the file of that name, as it is. */
const server = createServer((request, response) => {
  const path = (request.url ?? "").replace("/_next/", "").split("?")[0] ?? "";
  response.setHeader("Content-Type", "application/octet-stream");
  response.setHeader("Cache-Control", "public, max-age=31536000, immutable");
  response.end(readFileSync(join(build, path)));
});

beforeAll(async () => {
  mkdirSync(chunks, { recursive: true });
  writeFileSync(join(chunks, "a~1.js"), SCRIPT);
  writeFileSync(join(chunks, "b.css"), SCRIPT);
  compressScripts(build);
  writeFileSync(join(chunks, "later.js"), SCRIPT);
  vi.stubEnv("NEXT_DIST_DIR", build);
  await import("./compressed-scripts.mjs");
  await new Promise<void>((resolve) => server.listen(0, resolve));
});

afterAll(() => server.close());

async function ask(path: string, encodings: string): Promise<IncomingMessage & { body: Buffer }> {
  const { port } = server.address() as AddressInfo;
  const headers = { "accept-encoding": encodings };
  const answer = await new Promise<IncomingMessage>((resolve, reject) =>
    get({ port, path, headers }, resolve).on("error", reject),
  );
  const parts: Buffer[] = [];
  for await (const part of answer) parts.push(part as Buffer);
  return Object.assign(answer, { body: Buffer.concat(parts) });
}

test.each([
  ["a~1.js", "application/javascript; charset=UTF-8"],
  ["b.css", "text/css; charset=UTF-8"],
  ["b.css?dpl=1", "text/css; charset=UTF-8"],
])("%s goes out as the build compressed it, with the headers it has", async (name, type) => {
  const { headers, body } = await ask(`/_next/static/chunks/${name}`, "gzip, deflate, br, zstd");
  expect(headers).toMatchObject({
    "content-encoding": "br",
    "content-type": type,
    "cache-control": "public, max-age=31536000, immutable",
    vary: "Accept-Encoding",
  });
  expect(brotliDecompressSync(body).toString()).toBe(SCRIPT);
});

test.each([
  ["a~1.js", "gzip"],
  ["a~1.js", "gzip, br;q=0"],
  ["later.js", "br"],
])("%s for %s is left to Next", async (name, encodings) => {
  const { headers, body } = await ask(`/_next/static/chunks/${name}`, encodings);
  expect(headers["content-encoding"]).toBeUndefined();
  expect(body.toString()).toBe(SCRIPT);
});
