import "server-only";
import type { Tx } from "../db";
import { KNOWN_BY } from "./ranges";

/** What a run would do: lines with an error, new, already there, told twice, and people whose mobile is blanked. */
export async function countLines(tx: Tx, runId: string) {
  const { kind } = await tx.importRun.findUniqueOrThrow({
    where: { id: runId },
    select: { kind: true },
  });
  const known = KNOWN_BY[kind];
  const counted = { runId, skipped: false };
  const errors = await tx.importFinding.groupBy({
    by: ["line"],
    where: { runId, severity: "ERROR" },
  });
  return {
    errorCount: errors.length,
    newCount: await tx.importRow.count({ where: { ...counted, [known]: null } }),
    knownCount: await tx.importRow.count({ where: { ...counted, [known]: { not: null } } }),
    skippedCount: await tx.importRow.count({ where: { runId, skipped: true } }),
    blankedCount: await tx.importRow.count({ where: { runId, shared: true } }),
  };
}
