import "server-only";
import { generateKeyPair, randomUUID } from "node:crypto";
import { promisify } from "node:util";
import type { JWK } from "oidc-provider";
import { appendAudit } from "../audit";
import { db, isUniqueViolation, transaction } from "../db";
import { protect, reveal } from "../protect";

const ALGORITHM = "RS256";
/** As strong as 128 bits (NIST SP 800-57, ASVS 5.0 11.2.3). */
const KEY_BITS = 3072;
const FIELD = "OidcKey.key";

/** A key signs this many days (密钥轮换周期). */
const ROTATE_AFTER_DAYS = 90;
/** A retired key still verifies this many hours: as long as a session, and so every ID token, may live, and one more. */
const VERIFIES_HOURS = 9;

/**
 * A new key is published for so long before it signs (轮换预告): processes look for new keys every few seconds, and a business system that has
 * fetched the key set just now asks for an unknown key again only after half a minute.
 */
const PUBLISHED_SECONDS = 60;

const HOUR_MS = 3_600_000;

/** Why there is a new key; after a leak (`LEAK`) those so far are forgotten. */
type Cause = "COMMAND" | "LEAK" | "SCHEDULE" | "DEMAND";

/** The keys, first the one that signs, and a version that changes with them and with which one signs. */
export type KeySet = { version: string; keys: JWK[] };

/** The key set (签名密钥) as it is now; the first key is made on demand. */
export async function keySet(now: Date): Promise<KeySet> {
  const rows = await livingKeys(now);
  if (rows.length > 0) return setOf(inOrder(rows, now));
  await addKey({ after: 0, by: "DEMAND" }, now);
  return setOf(inOrder(await livingKeys(now), now));
}

/** Changes whenever the key set does. Cheap: read every few seconds. */
export async function keySetVersion(now: Date): Promise<string> {
  return versionOf(inOrder(await livingKeys(now), now));
}

/**
 * A new key is published now and signs a minute later; from then on the one so far only verifies (密钥轮换). `LEAK`: somebody else has
 * the key; the new one signs at once, and nothing verifies what the ones so far signed. Of several that try at once one succeeds.
 * Returns whether this was it.
 */
export async function rotateKeys(now: Date, by: Cause): Promise<boolean> {
  const [newest] = await livingKeys(now);
  return addKey({ after: newest?.number ?? 0, by }, now);
}

/** The same when the key is older than 90 days, and forgets those that do not verify any more. */
export async function rotateWhenDue(now: Date): Promise<boolean> {
  await db.oidcKey.deleteMany({ where: { retiredAt: { lte: hoursAgo(now, VERIFIES_HOURS) } } });
  const [newest] = await livingKeys(now);
  if (!newest || newest.createdAt > hoursAgo(now, ROTATE_AFTER_DAYS * 24)) return false;
  return addKey({ after: newest.number, by: "SCHEDULE" }, now);
}

type Row = Awaited<ReturnType<typeof livingKeys>>[number];

function livingKeys(now: Date) {
  return db.oidcKey.findMany({
    where: { OR: [{ retiredAt: null }, { retiredAt: { gt: hoursAgo(now, VERIFIES_HOURS) } }] },
    orderBy: { number: "desc" },
  });
}

/**
 * First the key that signs: the newest that has been published for long enough, so that whoever verifies knows it; where
 * there is none, the oldest. Then the others, newest first.
 */
function inOrder(rows: Row[], now: Date): Row[] {
  const published = new Date(now.getTime() - PUBLISHED_SECONDS * 1000);
  const signing = rows.find(({ createdAt }) => createdAt <= published) ?? rows.at(-1);
  return signing ? [signing, ...rows.filter((row) => row !== signing)] : [];
}

function setOf(rows: Row[]): KeySet {
  const keys = rows.map(({ kid, algorithm, keyCipher }) => ({
    ...JSON.parse(reveal(FIELD, keyCipher)),
    kid,
    alg: algorithm,
    use: "sig",
  }));
  return { version: versionOf(rows), keys };
}

function versionOf(rows: Row[]): string {
  return rows.map(({ kid }) => kid).join(" ");
}

/** The number after the newest is taken by one only: it is unique. */
async function addKey({ after, by }: { after: number; by: Cause }, now: Date): Promise<boolean> {
  const { privateKey } = await promisify(generateKeyPair)("rsa", { modulusLength: KEY_BITS });
  const keyCipher = protect(FIELD, JSON.stringify(privateKey.export({ format: "jwk" })));
  const kid = randomUUID();
  try {
    await transaction(async (tx) => {
      await tx.oidcKey.create({
        data: { kid, number: after + 1, algorithm: ALGORITHM, keyCipher, createdAt: now },
        select: { kid: true },
      });
      const former = { number: { lte: after } };
      if (by === "LEAK") await tx.oidcKey.deleteMany({ where: former });
      else {
        await tx.oidcKey.updateMany({
          where: { ...former, retiredAt: null },
          data: { retiredAt: now },
        });
      }
      await appendAudit(tx, {
        at: now,
        action: "ROTATE_OIDC_KEY",
        outcome: "OK",
        actorKind: "SYSTEM",
        subjectKind: "OidcKey",
        subjectId: kid,
        detail: { by },
      });
    });
    return true;
  } catch (error) {
    if (isUniqueViolation(error)) return false;
    throw error;
  }
}

function hoursAgo(now: Date, hours: number): Date {
  return new Date(now.getTime() - hours * HOUR_MS);
}
