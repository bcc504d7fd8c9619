import "server-only";
import type { Adapter, AdapterPayload } from "oidc-provider";
import { errors } from "oidc-provider";
import { db, isUniqueViolation, transaction } from "../db";
import { isStopping } from "../runtime/process";
import { hashToken } from "../tokens";
import { clientMetadata } from "./clients";
import { endGrants } from "./end-grants";
import { grantLives } from "./grants";

/** Kinds whose id is the secret itself: they are stored under its hash, and the value nowhere. */
const BEARER = new Set(["AuthorizationCode", "AccessToken", "RefreshToken"]);

/** Rows one statement of the purge deletes. */
const PURGED_AT_ONCE = 500;

/** Kinds that end together with their grant. */
const OF_GRANT = [...BEARER];

/**
 * What the OpenID provider keeps (OpenID 提供方的存储), in one table: kind and id are the key, a second write replaces the first,
 * what has expired is not found. A client is a row of its own; a grant is found only while whom it stands for may act.
 */
export class OidcAdapter implements Adapter {
  constructor(private readonly model: string) {}

  async upsert(id: string, payload: AdapterPayload, expiresIn?: number): Promise<void> {
    const { jti, ...rest } = payload;
    const { grantId, uid } = payload;
    const data = {
      payload: JSON.stringify(BEARER.has(this.model) ? rest : payload),
      grantId: grantId ?? null,
      uid: uid ?? null,
      expiresAt: expiresIn ? new Date(Date.now() + expiresIn * 1000) : null,
    };
    const key = { model: this.model, id: this.key(id) };
    if (this.model === "ReplayDetection") {
      try {
        await db.oidcRecord.create({ data: { ...key, ...data }, select: { id: true } });
      } catch (error) {
        if (!isUniqueViolation(error)) throw error;
        throw new errors.InvalidClientAuth("client assertion tokens must only be used once");
      }
      return;
    }
    await db.oidcRecord.upsert({
      where: { model_id: key },
      create: { ...key, ...data },
      update: data,
      select: { id: true },
    });
  }

  async find(id: string): Promise<AdapterPayload | undefined> {
    if (this.model === "Client") return clientMetadata(id);
    const row = await db.oidcRecord.findUnique({
      where: { model_id: { model: this.model, id: this.key(id) } },
    });
    if (!row || isOver(row)) return undefined;
    if (this.model === "Grant" && !(await grantLives(id))) return undefined;
    return payloadOf(row, BEARER.has(this.model) ? { jti: id } : {});
  }

  async findByUid(uid: string): Promise<AdapterPayload | undefined> {
    const row = await db.oidcRecord.findFirst({
      where: { model: this.model, uid },
      orderBy: { id: "asc" },
    });
    return row && !isOver(row) ? payloadOf(row) : undefined;
  }

  /** Codes of the device flow, which is not offered. */
  async findByUserCode(): Promise<undefined> {
    return undefined;
  }

  /** Takes a code or refresh token: of two at once one succeeds, and for the other the whole grant ends (RFC 6749 4.1.2). */
  async consume(id: string): Promise<void> {
    const key = { model: this.model, id: this.key(id) };
    const { count } = await db.oidcRecord.updateMany({
      where: { ...key, consumedAt: null },
      data: { consumedAt: new Date() },
    });
    if (count === 1) return;
    const row = await db.oidcRecord.findUnique({
      where: { model_id: key },
      select: { grantId: true },
    });
    if (row?.grantId) await endGrant(row.grantId);
    throw new errors.InvalidGrant("already used");
  }

  async destroy(id: string): Promise<void> {
    if (this.model === "Grant") return endGrant(id);
    await db.oidcRecord.deleteMany({ where: { model: this.model, id: this.key(id) } });
  }

  async revokeByGrantId(grantId: string): Promise<void> {
    await db.oidcRecord.deleteMany({ where: { model: this.model, grantId } });
  }

  private key(id: string): string {
    return BEARER.has(this.model) ? hashToken(`oidc:${this.model}`, id) : id;
  }
}

type Row = { payload: string; consumedAt: Date | null; expiresAt: Date | null };

function isOver({ expiresAt }: Row): boolean {
  return expiresAt !== null && expiresAt <= new Date();
}

function payloadOf(row: Row, also: AdapterPayload = {}): AdapterPayload {
  const consumed = row.consumedAt ? { consumed: Math.floor(row.consumedAt.getTime() / 1000) } : {};
  return { ...JSON.parse(row.payload), ...also, ...consumed };
}

/** The grant and all its codes and tokens, at once. */
async function endGrant(grantId: string): Promise<void> {
  await transaction(async (tx) => {
    await tx.oidcRecord.deleteMany({
      where: {
        OR: [
          { model: { in: OF_GRANT }, grantId },
          { model: "Grant", id: grantId },
        ],
      },
    });
    await endGrants(tx, { id: grantId }, "REVOKED", new Date());
  });
}

/**
 * Deletes what has expired (过期清理), the oldest first and some at a time, so that others wait no longer than that takes. Returns how
 * many rows.
 */
export async function purgeOidcRecords(now: Date): Promise<number> {
  let purged = 0;
  for (let more = true; more && !isStopping(); ) {
    const [last] = await db.oidcRecord.findMany({
      where: { expiresAt: { lt: now } },
      orderBy: { expiresAt: "asc" },
      skip: PURGED_AT_ONCE - 1,
      take: 1,
      select: { expiresAt: true },
    });
    more = last !== undefined;
    const due = last?.expiresAt ? { lte: last.expiresAt } : { lt: now };
    const { count } = await db.oidcRecord.deleteMany({ where: { expiresAt: due } });
    purged += count;
  }
  return purged;
}
