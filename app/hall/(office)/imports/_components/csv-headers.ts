import { Readable } from "node:stream";

/** Headers of a table to download. */
export function csvHeaders(name: string): Record<string, string> {
  return {
    "content-type": "text/csv; charset=utf-8",
    "content-disposition": `attachment; filename*=UTF-8''${encodeURIComponent(name)}.csv`,
    "cache-control": "no-store",
  };
}

/** A table to download, sent line by line as it is read. */
export function csvStream(name: string, lines: AsyncGenerator<string>): Response {
  const body = Readable.toWeb(Readable.from(bytesOf(lines))) as ReadableStream;
  return new Response(body, { headers: csvHeaders(name) });
}

async function* bytesOf(lines: AsyncGenerator<string>): AsyncGenerator<Buffer> {
  for await (const line of lines) yield Buffer.from(line);
}
