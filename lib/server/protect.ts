import "server-only";
import { createCipheriv, createDecipheriv, createHmac, randomBytes } from "node:crypto";
import { env } from "@/lib/server/env";

const ALGORITHM = "aes-256-gcm";
const KEY_BYTES = 32;
const IV_BYTES = 12;
const TAG_BYTES = 16;

/** What a blind index (盲索引) is of; values of different kinds never share one. */
export type IndexedKind = "documentNumber" | "phone" | "email" | "importRow";

type Keys = { currentId: string; byId: Map<string, Buffer>; blindIndex: Buffer };

let keys: Keys | undefined;

function readKey(text: string): [id: string, key: Buffer] {
  const [id = "", encoded = ""] = text.trim().split(".");
  const key = Buffer.from(encoded, "base64url");
  if (!/^k\d+$/.test(id) || key.length !== KEY_BYTES) {
    throw new Error("DATA_KEYS_OLD: expected k<number>.<32 bytes base64url>, separated by commas");
  }
  return [id, key];
}

/** DATA_KEY encrypts; those of DATA_KEYS_OLD (comma separated) decrypt too: keys it replaced, or will be replaced by. */
function loadKeys(): Keys {
  const current = readKey(env().DATA_KEY);
  const others = env()
    .DATA_KEYS_OLD.split(",")
    .filter((text) => text.trim() !== "");
  const all = [...others.map(readKey), current];
  const byId = new Map(all);
  if (byId.size < all.length)
    throw new Error("DATA_KEY, DATA_KEYS_OLD: two keys with the same number");
  return {
    currentId: current[0],
    byId,
    blindIndex: Buffer.from(env().BLIND_INDEX_KEY, "base64url"),
  };
}

/** Number of the key that encrypts now, e.g. `k2`. */
export function currentKeyId(): string {
  keys ??= loadKeys();
  return keys.currentId;
}

/**
 * Encrypts a personal value for the database (加密存储): AES-256-GCM as `kid.base64url(iv|tag|ct)`.
 * `field` is model and column in business terms, e.g. `Person.documentNumber`; it is bound to the
 * cipher text, so that a value copied to another column does not decrypt there.
 */
export function protect(field: string, plain: string): string {
  keys ??= loadKeys();
  const key = keys.byId.get(keys.currentId) as Buffer;
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv(ALGORITHM, key, iv).setAAD(Buffer.from(field));
  const text = Buffer.concat([cipher.update(plain, "utf8"), cipher.final()]);
  const packed = Buffer.concat([iv, cipher.getAuthTag(), text]);
  return `${keys.currentId}.${packed.toString("base64url")}`;
}

/**
 * The plain value of what `protect` made for the same field.
 * @throws when the key is unknown, the text was altered or belongs to another field
 */
export function reveal(field: string, protectedText: string): string {
  keys ??= loadKeys();
  const separator = protectedText.indexOf(".");
  const key = keys.byId.get(protectedText.slice(0, separator));
  if (key === undefined) throw new Error(`No key for a protected ${field}`);
  const packed = Buffer.from(protectedText.slice(separator + 1), "base64url");
  const iv = packed.subarray(0, IV_BYTES);
  const tag = packed.subarray(IV_BYTES, IV_BYTES + TAG_BYTES);
  const decipher = createDecipheriv(ALGORITHM, key, iv, { authTagLength: TAG_BYTES })
    .setAAD(Buffer.from(field))
    .setAuthTag(tag);
  return (
    decipher.update(packed.subarray(IV_BYTES + TAG_BYTES), undefined, "utf8") +
    decipher.final("utf8")
  );
}

/**
 * Keyed digest that finds an encrypted value by equality (盲索引): HMAC-SHA256 with its own key.
 * The value has to be normalised (lib/domain/normalize.ts); e-mail in lower case.
 */
export function blindIndex(kind: IndexedKind, normalised: string): string {
  keys ??= loadKeys();
  return blindIndexBy(keys.blindIndex, kind, normalised);
}

/** The same by a former key, for the change of keys only. */
export function blindIndexBy(key: Buffer, kind: IndexedKind, normalised: string): string {
  return createHmac("sha256", key).update(`${kind}\0${normalised}`).digest("base64url");
}
