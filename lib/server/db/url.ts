import "server-only";
import path from "node:path";
import { fileURLToPath } from "node:url";

/** Whether a database URL means PostgreSQL; otherwise it is a SQLite file. */
export function isPostgresUrl(url: string): boolean {
  return /^postgres(ql)?:\/\//.test(url);
}

/** Absolute path of a SQLite URL: `file:` with a path as it is, or a real `file://` URL. */
export function sqlitePath(url: string): string {
  return url.startsWith("file://") ? fileURLToPath(url) : path.resolve(url.replace(/^file:/, ""));
}
