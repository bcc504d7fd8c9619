import "server-only";
import { readdir, readFile, stat } from "node:fs/promises";
import { join, resolve } from "node:path";
import { CertificateRevocationList } from "pkijs";
import { env } from "../env";
import { log } from "../log";
import { type ReadCertificate, readCertificate } from "./read";

/** One file as it was when last read; read again when it changes. */
type Cached<T> = { stamp: string; items: readonly T[] };

/** Trust anchors (信任锚) as CERTIFICATE_TRUST_ANCHORS names them: a file, or all files of a folder; PEM or DER. */
export function trustAnchors(): Promise<readonly ReadCertificate[]> {
  return anchors(env().CERTIFICATE_TRUST_ANCHORS);
}

/** Revocation lists (证书吊销列表) as CERTIFICATE_CRLS names them: a file, or all files of a folder; PEM or DER. */
export function revocationLists(): Promise<readonly CertificateRevocationList[]> {
  return lists(env().CERTIFICATE_CRLS);
}

const anchors = folderReader("CERTIFICATE", readCertificate);
const lists = folderReader("X509 CRL", (der) => {
  try {
    return CertificateRevocationList.fromBER(new Uint8Array(der).buffer);
  } catch {
    return null;
  }
});

/** Reads all items of a file or folder, each file once until it changes. What cannot be read is logged and left out. */
function folderReader<T>(label: string, parse: (der: Uint8Array) => T | null) {
  const cache = new Map<string, Cached<T>>();
  async function items(path: string): Promise<readonly T[]> {
    const { mtimeMs, size } = await stat(path);
    const stamp = `${mtimeMs} ${size}`;
    const known = cache.get(path);
    if (known?.stamp === stamp) return known.items;
    const parsed = blocksOf(await readFile(path), label).map(parse);
    if (parsed.includes(null)) log.error("certificate file not readable", { label, path });
    const read = parsed.filter((item) => item !== null);
    cache.set(path, { stamp, items: read });
    return read;
  }
  /** A file that is gone since the folder was read is none; one that is there and cannot be read stops the login. */
  async function present(path: string): Promise<readonly T[]> {
    try {
      return await items(path);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
      log.error("certificate file not readable", { label, path });
      return [];
    }
  }
  return async (fileOrFolder: string): Promise<readonly T[]> => {
    const files = await filesOf(resolve(fileOrFolder));
    return (await Promise.all(files.map(present))).flat();
  };
}

/** The file itself, or the files of the folder; none when there is nothing at that path. */
async function filesOf(path: string): Promise<string[]> {
  const found = await stat(path).catch(() => null);
  if (!found) return [];
  if (!found.isDirectory()) return [path];
  const entries = await readdir(path, { withFileTypes: true });
  return entries
    .filter((entry) => !entry.isDirectory() && !entry.name.startsWith("."))
    .map(({ name }) => join(path, name))
    .sort();
}

/** DER of every PEM block with this label; a file without any is DER itself. */
function blocksOf(content: Buffer, label: string): Uint8Array[] {
  const text = content.toString("latin1");
  if (!text.includes("-----BEGIN ")) return [content];
  const block = new RegExp(`-----BEGIN ${label}-----([^-]+)-----END ${label}-----`, "g");
  return [...text.matchAll(block)].map(([, body = ""]) => Buffer.from(body, "base64"));
}
