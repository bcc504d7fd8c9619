import "server-only";
import { roleLabel } from "@/lib/labels";
import type { NoticeKind } from "@/lib/messages/notices";
import type { Tx } from "../db";
import { endGrants } from "../oidc/end-grants";
import { inRanges, type RunFacts, type Sql, sql } from "./ranges";
import { newRowId } from "./stage-row";

/** A relation whose person has to be told. */
type Told = {
  personId: string;
  enterprise: string;
  role: Parameters<typeof roleLabel>[0];
  primary: boolean | number | bigint;
};

/** Messages one statement makes, and relations one statement is about. */
const AT_ONCE = 500;

/**
 * 人企关联关系, decided as everywhere else: who has no account waits for their registration (`bindWaitingRelations`, R7); who has one
 * is asked, except 法定代表人, whom the registry decides (西藏 三(三)2, 5); at an enterprise that waits for 信息确认 that comes first
 * (`confirmEnterprise`, E6); a relation that lives already is only listed (`changeHandlers`, E7). A new 法定代表人 ends the
 * one before. Returns the messages to carry.
 */
export async function applyRelations(tx: Tx, run: RunFacts, now: Date): Promise<string[]> {
  const messages: string[] = [];
  await inRanges(run, async (all) => {
    const lines = sql`${all} AND NOT r."skipped"`;
    const replaced = await replaceLegalRepresentatives(tx, lines, now);
    messages.push(...(await tell(tx, "RELATION_REMOVED", replaced, now)));
    await listLiving(tx, lines, now);
    await insertNew(tx, run, lines, now);
    const bound = await bindRegistered(tx, lines, now);
    messages.push(...(await tell(tx, "LEGAL_REPRESENTATIVE_REGISTERED", bound.legal, now)));
    messages.push(...(await tell(tx, "HANDLER_REGISTERED", bound.asked, now)));
  });
  return messages;
}

async function replaceLegalRepresentatives(tx: Tx, lines: Sql, now: Date): Promise<Told[]> {
  const former = sql`"ImportRow" r JOIN "Relation" l ON l."enterpriseId" = r."enterpriseId"
    AND l."role" = 'LEGAL_REPRESENTATIVE' AND l."living" AND l."personId" <> r."personId"`;
  const where = sql`${lines} AND r."role" = 'LEGAL_REPRESENTATIVE'`;
  const told = await tx.$queryRaw<(Told & { id: string })[]>`
    SELECT l."id", l."personId", e."name" AS "enterprise", l."role", l."primary"
    FROM ${former} JOIN "Enterprise" e ON e."id" = l."enterpriseId" WHERE ${where}`;
  if (told.length === 0) return told;
  for (let at = 0; at < told.length; at += AT_ONCE) {
    const relationId = { in: told.slice(at, at + AT_ONCE).map(({ id }) => id) };
    await endGrants(tx, { session: { relationId } }, "RELATION_ENDED", now);
  }
  await tx.$executeRaw`
    UPDATE "Relation" SET "status" = 'REMOVED', "living" = NULL, "inRegistry" = FALSE, "decidedAt" = ${now}, "updatedAt" = ${now}
    WHERE "id" IN (SELECT l."id" FROM ${former} WHERE ${where})`;
  return told;
}

async function listLiving(tx: Tx, lines: Sql, now: Date): Promise<void> {
  await tx.$executeRaw`
    UPDATE "Relation" SET "inRegistry" = TRUE, "registryDepartment" = r."department", "updatedAt" = ${now}
    FROM "ImportRow" r WHERE ${lines} AND "Relation"."id" = r."relationId"`;
  // The period of what a person and an enterprise have agreed upon is theirs.
  await tx.$executeRaw`
    UPDATE "Relation" SET "validFrom" = r."validFrom", "validTo" = r."validTo", "primary" = r."primary"
    FROM "ImportRow" r WHERE ${lines} AND "Relation"."id" = r."relationId" AND "Relation"."source" = 'REGISTRY'`;
}

async function insertNew(tx: Tx, { region }: RunFacts, lines: Sql, now: Date): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO "Relation" ("id", "personId", "enterpriseId", "role", "primary", "status", "living", "source", "inRegistry",
      "registryDepartment", "validFrom", "validTo", "registryMobileCipher", "registryMobileIndex", "registryLandlineCipher",
      "createdAt", "updatedAt")
    SELECT r."newId", r."personId", r."enterpriseId", r."role", r."primary", 'REGISTERED', TRUE, 'REGISTRY', TRUE,
      r."department", r."validFrom", r."validTo", c."mobileCipher", c."mobileIndex", c."landlineCipher", ${now}, ${now}
    FROM "ImportRow" r LEFT JOIN "RegistryContact" c ON c."personId" = r."personId" AND c."region" = ${region}
    WHERE ${lines} AND r."relationId" IS NULL`;
}

/** Binds 法定代表人 who have an account and asks the others who have one. */
async function bindRegistered(tx: Tx, lines: Sql, now: Date) {
  const registered = sql`"ImportRow" r
    JOIN "Relation" l ON l."id" = COALESCE(r."relationId", r."newId")
    JOIN "Account" a ON a."personId" = r."personId" AND a."status" = 'ACTIVE'
    JOIN "Enterprise" e ON e."id" = r."enterpriseId"`;
  const confirmed = sql`${lines} AND e."status" = 'ACTIVE'`;
  const legal = sql`${confirmed} AND l."role" = 'LEGAL_REPRESENTATIVE' AND l."status" IN ('REGISTERED', 'PENDING_PERSON')`;
  const asked = sql`${confirmed} AND l."role" <> 'LEGAL_REPRESENTATIVE' AND l."status" = 'REGISTERED'`;
  const toldOf = (where: Sql) => tx.$queryRaw<Told[]>`
    SELECT l."personId", e."name" AS "enterprise", l."role", l."primary" FROM ${registered} WHERE ${where}`;
  const told = { legal: await toldOf(legal), asked: await toldOf(asked) };
  if (told.legal.length > 0) {
    await tx.$executeRaw`
      UPDATE "Relation" SET "status" = 'ACTIVE', "decidedAt" = ${now} WHERE "id" IN (SELECT l."id" FROM ${registered} WHERE ${legal})`;
  }
  if (told.asked.length > 0) {
    await tx.$executeRaw`
      UPDATE "Relation" SET "status" = 'PENDING_PERSON' WHERE "id" IN (SELECT l."id" FROM ${registered} WHERE ${asked})`;
  }
  return told;
}

/** As `notify`, for many at once. */
async function tell(
  tx: Tx,
  kind: NoticeKind,
  people: readonly Told[],
  now: Date,
): Promise<string[]> {
  const messages = people.map(({ personId, enterprise, role, primary }) => ({
    id: newRowId(now),
    personId,
    kind,
    params: JSON.stringify({ enterprise, role: roleLabel(role, Boolean(primary)) }),
    createdAt: now,
  }));
  for (let at = 0; at < messages.length; at += AT_ONCE) {
    await tx.message.createMany({ data: messages.slice(at, at + AT_ONCE) });
  }
  return messages.map(({ id }) => id);
}
