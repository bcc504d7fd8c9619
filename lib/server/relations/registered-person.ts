import "server-only";
import type { DocumentType } from "@/lib/domain/documents";
import { normalizeCode } from "@/lib/domain/normalize";
import { failure, type Result, success } from "@/lib/domain/result";
import { appendAudit } from "../audit";
import { db, transaction } from "../db";
import { blindIndex } from "../protect";
import { giveBack, takeFromWindow } from "../rate-limit";
import type { Manager } from "./managing";

/** Failures of one manager within an hour: name and number together are an identity oracle (B10). */
const FAILURES_PER_HOUR = 10;
const HOUR_SECONDS = 60 * 60;

/**
 * The registered person a manager names by name and document (E2). Nobody of that number, another name, no open account, an
 * account by e-mail only (山东 7), several people: alike HANDLER_NOT_REGISTERED; too many of them HANDLER_ATTEMPTS_EXCEEDED.
 */
export async function registeredPerson(
  named: { name: string; documentType: DocumentType; documentNumber: string },
  { personId, region, enterprise }: Manager,
  now: Date,
): Promise<Result<string>> {
  const key = `add-handler:${personId}`;
  const limit = await takeFromWindow(key, {
    limit: FAILURES_PER_HOUR,
    windowSeconds: HOUR_SECONDS,
    now,
  });
  if (!limit.allowed) {
    return failure("HANDLER_ATTEMPTS_EXCEEDED", {
      params: { retryAt: limit.retryAt.toISOString() },
    });
  }
  const found = await db.person.findMany({
    where: {
      name: named.name,
      documentType: named.documentType,
      documentNumberIndex: blindIndex("documentNumber", normalizeCode(named.documentNumber)),
      realNameLevel: { gte: 3 },
      account: { status: "ACTIVE" },
    },
    take: 2,
    select: { id: true },
  });
  const [person] = found;
  if (person && found.length === 1) {
    await giveBack(key);
    return success(person.id);
  }
  await transaction((tx) =>
    appendAudit(tx, {
      at: now,
      action: "ADD_HANDLER",
      outcome: "REFUSED",
      region,
      actorKind: "PERSON",
      actorId: personId,
      enterpriseId: enterprise.id,
      reason: "HANDLER_NOT_REGISTERED",
    }),
  );
  return failure("HANDLER_NOT_REGISTERED");
}
