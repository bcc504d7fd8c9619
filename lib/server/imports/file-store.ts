import "server-only";
import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { mkdir, rm } from "node:fs/promises";
import path from "node:path";
import { Readable, Transform, type TransformCallback } from "node:stream";
import { pipeline } from "node:stream/promises";
import { failure, type Result, success } from "@/lib/domain/result";
import { env } from "../env";
import { protect, reveal } from "../protect";

const ALGORITHM = "aes-256-gcm";
const MEBIBYTE = 1024 * 1024;

/** How the characters of a file are written; GBK is a part of GB 18030. */
export type Encoding = "utf-8" | "gb18030";

/** A file that is kept: its length in bytes, its characters, and the key it is encrypted with, itself encrypted. */
export type KeptFile = { fileBytes: number; encoding: Encoding; fileKeyCipher: string };

/** The longest file that is taken, bytes. */
export function longestFile(): number {
  return env().IMPORT_MAX_MB * MEBIBYTE;
}

function fileOf(id: string): string {
  return path.resolve(env().IMPORT_FOLDER, `${id}.bin`);
}

/** Lets bytes through and stops at the limit, whatever length was announced. */
class ByteCounter extends Transform {
  bytes = 0;
  constructor(private readonly limit: number) {
    super();
  }
  override _transform(chunk: Buffer, _: BufferEncoding, done: TransformCallback): void {
    this.bytes += chunk.length;
    done(this.bytes > this.limit ? new FileTooLong() : null, chunk);
  }
}

class FileTooLong extends Error {}

/** Lets bytes through and finds out what characters they are. */
class EncodingReader extends Transform {
  private readonly decoders = new Map<Encoding, TextDecoder>([
    ["utf-8", new TextDecoder("utf-8", { fatal: true })],
    ["gb18030", new TextDecoder("gb18030", { fatal: true })],
  ]);
  /** A zero byte: UTF-16 or no text at all. */
  private zero = false;

  /** The first one that the whole file is well-formed in. */
  get encoding(): Encoding | null {
    return this.zero ? null : (this.decoders.keys().next().value ?? null);
  }
  override _transform(chunk: Buffer, _: BufferEncoding, done: TransformCallback): void {
    this.zero ||= chunk.includes(0);
    this.feed(chunk);
    done(null, chunk);
  }
  override _flush(done: TransformCallback): void {
    this.feed(undefined);
    done();
  }
  private feed(chunk: Buffer | undefined): void {
    for (const [name, decoder] of this.decoders) {
      try {
        decoder.decode(chunk, { stream: chunk !== undefined });
      } catch {
        this.decoders.delete(name);
      }
    }
  }
}

/**
 * Takes a file in as it arrives, encrypted with a key of its own, never whole in memory. Problems: `FILE_TOO_LONG` as soon as it
 * is, `FILE_EMPTY`, `FILE_ENCODING` when it is neither UTF-8 nor GBK.
 */
export async function keepFile(
  id: string,
  body: ReadableStream<Uint8Array>,
): Promise<Result<KeptFile>> {
  const file = fileOf(id);
  await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
  const key = randomBytes(32);
  const iv = randomBytes(12);
  const cipher = createCipheriv(ALGORITHM, key, iv);
  const counter = new ByteCounter(longestFile());
  const reader = new EncodingReader();
  const source = Readable.fromWeb(body as Parameters<typeof Readable.fromWeb>[0]);
  try {
    await pipeline(source, counter, reader, cipher, createWriteStream(file, { mode: 0o600 }));
  } catch (error) {
    await dropFile(id);
    if (error instanceof FileTooLong) return fileTooLong();
    throw error;
  }
  const { encoding } = reader;
  if (counter.bytes === 0 || encoding === null) {
    await dropFile(id);
    return failure(counter.bytes === 0 ? "FILE_EMPTY" : "FILE_ENCODING");
  }
  const sealed = Buffer.concat([key, iv, cipher.getAuthTag()]).toString("base64url");
  const fileKeyCipher = protect("ImportRun.fileKey", sealed);
  return success({ fileBytes: counter.bytes, encoding, fileKeyCipher });
}

/** 「文件过大」, with the limit. */
export function fileTooLong() {
  return failure("FILE_TOO_LONG", { params: { max: env().IMPORT_MAX_MB } });
}

/** The file in the clear, from its beginning. The stream fails when it was altered, or is not there. */
export function openFile(id: string, fileKeyCipher: string): Readable {
  const sealed = Buffer.from(reveal("ImportRun.fileKey", fileKeyCipher), "base64url");
  const decipher = createDecipheriv(ALGORITHM, sealed.subarray(0, 32), sealed.subarray(32, 44));
  decipher.setAuthTag(sealed.subarray(44));
  const source = createReadStream(fileOf(id));
  source.on("error", (error) => decipher.destroy(error));
  return source.pipe(decipher);
}

/** Deletes the file, if there is one. */
export async function dropFile(id: string): Promise<void> {
  await rm(fileOf(id), { force: true });
}
