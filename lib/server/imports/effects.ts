import "server-only";
import type { ImportKind } from "@/lib/domain/registry-file";
import type { Tx } from "../db";
import { inRanges, type RunFacts, sql } from "./ranges";
import { applyRelations } from "./relations-effect";

/** What became of a run, beside its lines. */
export type ImportEffect = {
  /** Messages to carry once the transaction is through. */
  messageIds: string[];
  /** Others of the bureau who lost a mobile number of the registry because it occurs for several people. */
  blanked: number;
};

/** Makes the lines of a run count, in the caller's transaction, after `compareRun` found no error in it. */
export const IMPORT_EFFECTS: Readonly<
  Record<ImportKind, (tx: Tx, run: RunFacts, now: Date) => Promise<ImportEffect>>
> = {
  ENTERPRISES: applyEnterprises,
  PEOPLE: applyPeople,
  RELATIONS: async (tx, run, now) => ({
    messageIds: await applyRelations(tx, run, now),
    blanked: 0,
  }),
};

/**
 * 企业登记信息. An enterprise that is there is renamed, moved to another authority or closed; it is neither confirmed by a file
 * (信息确认 is the 法定代表人's or the hall's, E6) nor opened again.
 */
async function applyEnterprises(tx: Tx, run: RunFacts, now: Date): Promise<ImportEffect> {
  await inRanges(run, async (lines) => {
    await tx.$executeRaw`
      UPDATE "Enterprise" SET "name" = r."name", "taxAuthority" = r."taxAuthority", "updatedAt" = ${now}
      FROM "ImportRow" r WHERE ${lines} AND NOT r."skipped" AND "Enterprise"."id" = r."enterpriseId"`;
    await tx.$executeRaw`
      UPDATE "Enterprise" SET "status" = 'CLOSED' FROM "ImportRow" r
      WHERE ${lines} AND r."enterpriseStatus" = 'CLOSED' AND "Enterprise"."id" = r."enterpriseId"`;
    await tx.$executeRaw`
      INSERT INTO "Enterprise" ("id", "region", "kind", "status", "name", "creditCode", "taxAuthority", "createdAt", "updatedAt")
      SELECT r."newId", ${run.region}, r."enterpriseKind", r."enterpriseStatus", r."name", r."creditCode", r."taxAuthority", ${now}, ${now}
      FROM "ImportRow" r WHERE ${lines} AND NOT r."skipped" AND r."enterpriseId" IS NULL`;
  });
  return { messageIds: [], blanked: 0 };
}

/**
 * 人员信息: identities without account, and what the registry knows of their phones. A number nobody proved is never one to log
 * in by (P2); one that occurs for several people is blanked for all of them (西藏 二(二)4). An empty cell means that the
 * registry has no number.
 */
async function applyPeople(tx: Tx, run: RunFacts, now: Date): Promise<ImportEffect> {
  await inRanges(run, async (lines) => {
    await tx.$executeRaw`
      INSERT INTO "Person" ("id", "name", "documentType", "country", "documentNumberCipher", "documentNumberIndex", "createdAt", "updatedAt")
      SELECT r."newId", r."name", r."documentType", r."country", r."documentNumberCipher", r."documentNumberIndex", ${now}, ${now}
      FROM "ImportRow" r WHERE ${lines} AND NOT r."skipped" AND r."personId" IS NULL`;
    await tx.$executeRaw`
      INSERT INTO "RegistryContact" ("personId", "region", "mobileCipher", "mobileIndex", "landlineCipher", "updatedAt")
      SELECT COALESCE(r."personId", r."newId"), ${run.region},
        CASE WHEN r."shared" THEN NULL ELSE r."mobileCipher" END, CASE WHEN r."shared" THEN NULL ELSE r."mobileIndex" END,
        r."landlineCipher", ${now}
      FROM "ImportRow" r WHERE ${lines} AND NOT r."skipped"
      ON CONFLICT ("personId", "region") DO UPDATE SET "mobileCipher" = excluded."mobileCipher",
        "mobileIndex" = excluded."mobileIndex", "landlineCipher" = excluded."landlineCipher", "updatedAt" = excluded."updatedAt"`;
    await tx.$executeRaw`
      UPDATE "Relation" SET "registryMobileCipher" = c."mobileCipher", "registryMobileIndex" = c."mobileIndex",
        "registryLandlineCipher" = c."landlineCipher", "updatedAt" = ${now}
      FROM "ImportRow" r JOIN "RegistryContact" c ON c."personId" = r."personId" AND c."region" = ${run.region}
      WHERE ${lines} AND NOT r."skipped" AND "Relation"."personId" = r."personId" AND "Relation"."living"
        AND "Relation"."inRegistry" AND EXISTS (SELECT 1 FROM "Enterprise" e
          WHERE e."id" = "Relation"."enterpriseId" AND e."region" = ${run.region})`;
  });
  return { messageIds: [], blanked: await blankForOthers(tx, run, now) };
}

/** Blanks the numbers that occur for several people for those whom the file does not mention, too. */
async function blankForOthers(tx: Tx, { id, region }: RunFacts, now: Date): Promise<number> {
  const shared = sql`SELECT r."mobileIndex" FROM "ImportRow" r WHERE r."runId" = ${id} AND r."shared"`;
  const contacts = await tx.$executeRaw`
    UPDATE "RegistryContact" SET "mobileCipher" = NULL, "mobileIndex" = NULL, "updatedAt" = ${now}
    WHERE "region" = ${region} AND "mobileIndex" IN (${shared})`;
  const relations = await tx.$executeRaw`
    UPDATE "Relation" SET "registryMobileCipher" = NULL, "registryMobileIndex" = NULL, "updatedAt" = ${now}
    WHERE "registryMobileIndex" IN (${shared}) AND "living" AND EXISTS (SELECT 1 FROM "Enterprise" e
      WHERE e."id" = "Relation"."enterpriseId" AND e."region" = ${region})`;
  return Math.max(contacts, relations);
}
