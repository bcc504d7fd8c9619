import "server-only";
import type { Readable } from "node:stream";
import { CsvError, parse } from "csv-parse";
import type { Encoding } from "./file-store";

/** Longest line, characters: an open quotation mark must not swallow the file into memory. */
const LONGEST_LINE = 16 * 1024;

/** A line of a CSV file: its cells, and its number as a spreadsheet shows it, the first line being 1. */
export type CsvRecord = { line: number; cells: string[] };

/** The file is no CSV from this line on. */
export class CsvSyntaxError extends Error {
  constructor(readonly line: number) {
    super("not a CSV file");
  }
}

/** The file is not there, or not what was put there. */
export class FileUnreadable extends Error {}

/**
 * The lines of a CSV file (RFC 4180), one after the other: with or without byte order mark, quotation marks, CR and LF in quoted
 * cells. Blank lines are left out but counted. `onBytes` is told how many bytes of the file each piece had.
 * @throws CsvSyntaxError, FileUnreadable
 */
export async function* csvRecords(
  file: Readable,
  encoding: Encoding,
  onBytes: (bytes: number) => void = () => {},
): AsyncGenerator<CsvRecord> {
  const parser = parse({
    bom: true,
    relax_column_count: true,
    max_record_size: LONGEST_LINE,
    record_delimiter: ["\r\n", "\n", "\r"],
  });
  const decoder = new TextDecoder(encoding, { fatal: true });
  const feed = async () => {
    for await (const piece of file) {
      const bytes = piece as Buffer;
      onBytes(bytes.length);
      if (!parser.write(decoder.decode(bytes, { stream: true }))) {
        await new Promise((resolve) => parser.once("drain", resolve));
      }
    }
    parser.end(decoder.decode());
  };
  feed().catch(() => parser.destroy(new FileUnreadable()));
  let line = 0;
  try {
    for await (const cells of parser as AsyncIterable<string[]>) {
      line += 1;
      if (cells.some((cell) => cell.trim() !== "")) yield { line, cells };
    }
  } catch (error) {
    if (error instanceof CsvError)
      throw new CsvSyntaxError(Math.max(line, recordsBefore(error)) + 1);
    throw error;
  } finally {
    file.destroy();
  }
}

/** How many records the parser had read when it failed; those it had not handed on yet included. */
function recordsBefore(error: CsvError): number {
  return "records" in error && typeof error.records === "number" ? error.records : 0;
}
