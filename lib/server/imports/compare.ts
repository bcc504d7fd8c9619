import "server-only";
import type { ImportKind } from "@/lib/domain/registry-file";
import type { Tx } from "../db";
import { inRanges, type RunFacts, type Sql, sql } from "./ranges";

/** Officers who have a hand in a run: none of them changes relations of their own (B13). */
export type Hands = { requestedById: string; approvedById?: string | null };

type Check = { code: string; column: string; where: Sql };

/**
 * Compares the lines of a run with each other and with the database: what is there already, what is told twice, what contradicts.
 * Done when the file is read and again, in the same transaction, before the data take effect: the rules are the same and the
 * database may have changed since. Findings hold codes and lines only.
 */
export async function compareRun(
  tx: Tx,
  kind: ImportKind,
  run: RunFacts,
  hands: Hands,
): Promise<void> {
  await tx.importFinding.deleteMany({ where: { runId: run.id, compared: true } });
  await inRanges(run, (lines) => resolve(tx, kind, lines));
  await inRanges(run, async (lines) => {
    await find(tx, "WARNING", lines, {
      code: "ROW_TWICE",
      column: "",
      where: sql`r."skipped"`,
    });
    for (const check of checksOf(kind, run, hands)) {
      await find(tx, "ERROR", sql`${lines} AND NOT r."skipped"`, check);
    }
    if (kind !== "PEOPLE") return;
    await markSharedPhones(tx, run, lines);
    await find(tx, "WARNING", lines, {
      code: "MOBILE_OF_SEVERAL",
      column: "mobile",
      where: sql`r."shared"`,
    });
  });
}

/** Writes down what is there already, and which lines repeat an earlier one. */
async function resolve(tx: Tx, kind: ImportKind, lines: Sql): Promise<void> {
  const enterprise = sql`(SELECT e."id" FROM "Enterprise" e WHERE e."creditCode" = r."creditCode")`;
  const person = sql`(SELECT p."id" FROM "Person" p WHERE p."documentNumberIndex" = r."documentNumberIndex"
    AND p."documentType" = r."documentType" AND p."country" = r."country")`;
  await tx.$executeRaw`
    UPDATE "ImportRow" AS r SET
      "enterpriseId" = ${enterprise}, "personId" = ${person}, "relationId" = NULL, "shared" = FALSE,
      "skipped" = EXISTS (SELECT 1 FROM "ImportRow" o
        WHERE o."runId" = r."runId" AND o."key" = r."key" AND o."line" < r."line" AND o."content" = r."content")
    WHERE ${lines}`;
  if (kind !== "RELATIONS") return;
  await tx.$executeRaw`
    UPDATE "ImportRow" AS r SET "relationId" = (SELECT l."id" FROM "Relation" l
      WHERE l."personId" = r."personId" AND l."enterpriseId" = r."enterpriseId" AND l."role" = r."role" AND l."living")
    WHERE ${lines}`;
}

/** Writes down a finding for each of the lines that `where` is true of. */
async function find(
  tx: Tx,
  severity: "ERROR" | "WARNING",
  lines: Sql,
  { code, column, where }: Check,
): Promise<void> {
  const found = severity === "ERROR" ? sql`'ERROR'` : sql`'WARNING'`;
  await tx.$executeRaw`
    INSERT INTO "ImportFinding" ("runId", "line", "column", "code", "severity", "compared")
    SELECT r."runId", r."line", ${column}, ${code}, ${found}, TRUE FROM "ImportRow" r WHERE ${lines} AND ${where}
    ON CONFLICT DO NOTHING`;
}

/** An enterprise of the line, of which `more` is true. */
function enterpriseWith(more: Sql): Sql {
  return sql`EXISTS (SELECT 1 FROM "Enterprise" e WHERE e."id" = r."enterpriseId" AND ${more})`;
}

/** Another line of the file, of which `more` is true. */
function otherLine(more: Sql): Sql {
  return sql`EXISTS (SELECT 1 FROM "ImportRow" o WHERE o."runId" = r."runId" AND ${more})`;
}

const CONTRADICTION: Check = {
  code: "ROWS_CONTRADICT",
  column: "",
  where: otherLine(sql`o."key" = r."key" AND o."content" <> r."content"`),
};

const OTHER_NAME: Check = {
  code: "PERSON_HAS_OTHER_NAME",
  column: "name",
  where: sql`EXISTS (SELECT 1 FROM "Person" p WHERE p."id" = r."personId" AND p."name" <> r."name")`,
};

function checksOf(kind: ImportKind, { region }: RunFacts, hands: Hands): Check[] {
  switch (kind) {
    case "ENTERPRISES":
      return [
        CONTRADICTION,
        ownEnterprise(hands),
        {
          code: "ENTERPRISE_OF_OTHER_BUREAU",
          column: "creditCode",
          where: enterpriseWith(sql`e."region" <> ${region}`),
        },
        {
          code: "ENTERPRISE_STAYS_CLOSED",
          column: "status",
          where: enterpriseWith(sql`e."status" = 'CLOSED' AND r."enterpriseStatus" <> 'CLOSED'`),
        },
        {
          code: "ENTERPRISE_OF_OTHER_KIND",
          column: "kind",
          where: enterpriseWith(sql`e."kind" <> r."enterpriseKind"`),
        },
      ];
    case "PEOPLE":
      return [CONTRADICTION, OTHER_NAME];
    case "RELATIONS":
      return [CONTRADICTION, OTHER_NAME, ...relationChecks(region, hands)];
  }
}

function relationChecks(region: string, hands: Hands): Check[] {
  return [
    {
      code: "ENTERPRISE_NOT_REGISTERED_HERE",
      column: "creditCode",
      where: sql`NOT ${enterpriseWith(sql`e."region" = ${region}`)}`,
    },
    {
      code: "ENTERPRISE_IS_CLOSED",
      column: "creditCode",
      where: enterpriseWith(sql`e."region" = ${region} AND e."status" = 'CLOSED'`),
    },
    {
      code: "PERSON_NOT_REGISTERED_YET",
      column: "documentNumber",
      where: sql`r."personId" IS NULL`,
    },
    {
      code: "LEGAL_REPRESENTATIVE_TWICE",
      column: "role",
      where: sql`r."role" = 'LEGAL_REPRESENTATIVE' AND ${otherLine(
        sql`o."enterpriseId" = r."enterpriseId" AND o."role" = 'LEGAL_REPRESENTATIVE' AND o."key" <> r."key"`,
      )}`,
    },
    {
      code: "OFFICERS_OWN_RELATION",
      column: "documentNumber",
      where: sql`EXISTS (SELECT 1 FROM "Person" p WHERE p."id" = r."personId" AND ${isOfficer(hands)})`,
    },
    ownEnterprise(hands),
  ];
}

/** Whether the person `p` is one of the officers, by document or phone (`isOwnPerson`). */
function isOfficer({ requestedById, approvedById }: Hands): Sql {
  return sql`EXISTS (SELECT 1 FROM "Officer" o WHERE o."id" IN (${requestedById}, ${approvedById ?? requestedById})
    AND (o."documentNumberIndex" = p."documentNumberIndex"
      OR EXISTS (SELECT 1 FROM "Phone" f WHERE f."personId" = p."id" AND f."numberIndex" = o."phoneIndex")))`;
}

/** An enterprise one of the officers has a part in (`isOwnEnterprise`). */
function ownEnterprise(hands: Hands): Check {
  return {
    code: "OFFICERS_OWN_ENTERPRISE",
    column: "creditCode",
    where: sql`EXISTS (SELECT 1 FROM "Relation" l JOIN "Person" p ON p."id" = l."personId"
      WHERE l."enterpriseId" = r."enterpriseId" AND l."living" AND ${isOfficer(hands)})`,
  };
}

/**
 * Marks mobile numbers that occur for several people (西藏 二(二)4): in the file, in the registry of the bureau (unless the file says
 * a new number for those others), or as a number that somebody else has verified by SMS, which stays theirs (P2).
 */
async function markSharedPhones(tx: Tx, { id, region }: RunFacts, lines: Sql): Promise<void> {
  const unmentioned = (person: Sql) =>
    sql`(r."personId" IS NULL OR ${person} <> r."personId")
      AND NOT EXISTS (SELECT 1 FROM "ImportRow" o WHERE o."runId" = ${id} AND o."personId" = ${person})`;
  await tx.$executeRaw`
    UPDATE "ImportRow" AS r SET "shared" = TRUE WHERE ${lines} AND NOT r."skipped" AND r."mobileIndex" IS NOT NULL AND (
      ${otherLine(sql`o."mobileIndex" = r."mobileIndex" AND o."key" <> r."key"`)}
      OR EXISTS (SELECT 1 FROM "RegistryContact" c WHERE c."region" = ${region} AND c."mobileIndex" = r."mobileIndex"
        AND ${unmentioned(sql`c."personId"`)})
      OR EXISTS (SELECT 1 FROM "Relation" l JOIN "Enterprise" e ON e."id" = l."enterpriseId" AND e."region" = ${region}
        WHERE l."registryMobileIndex" = r."mobileIndex" AND l."living" AND ${unmentioned(sql`l."personId"`)})
      OR EXISTS (SELECT 1 FROM "Phone" f WHERE f."numberIndex" = r."mobileIndex"
        AND (r."personId" IS NULL OR f."personId" <> r."personId")))`;
}
